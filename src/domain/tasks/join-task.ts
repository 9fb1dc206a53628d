import { type JoinFacts, joinWorkflow } from '../people/join-workflow';
import { placeOfDecider } from '../people/two-people';
import type { Decider, Household, JoinRequest, JoinRequestState } from '../people/types';
import { householdKey, personKey, roleKey } from './keys';
import { makeTask } from './make-task';
import type { Task } from './types';
import { type Candidate, whoIsWaitedFor } from './waiting';

/** Outside the committee: what a need refuses is then who they are. */
const nobody: JoinFacts['answerer'] = {
  ...{ personId: '', householdId: null, nearRelative: false, as: 'supervisor' },
};

function candidatesOf(by: Decider, request: JoinRequest): Candidate<JoinFacts>[] {
  const place = placeOfDecider(by, request.villageId);
  return [{ key: roleKey(by, place), facts: factsOf(request, { as: by }) }];
}

const factsOf = (request: JoinRequest, answerer: Partial<JoinFacts['answerer']>): JoinFacts => ({
  request,
  answerer: { ...nobody, ...answerer },
  accept: true,
  withOffice: request.withOffice,
});

function involvedIn(
  request: JoinRequest,
  { relativeIds }: Pick<Household, 'relativeIds'>,
): Candidate<JoinFacts>[] {
  const { personId, householdId, agreed } = request;
  return [
    { key: personKey(personId), facts: factsOf(request, { personId }) },
    { key: householdKey(householdId), facts: factsOf(request, { householdId }) },
    ...relativeIds.map((id) => {
      return { key: householdKey(id), facts: factsOf(request, { nearRelative: true }) };
    }),
    ...(agreed ? [{ key: personKey(agreed.personId), facts: factsOf(request, agreed) }] : []),
  ];
}

/**
 * Whom a join request waits for as of an instant, if for anybody.
 * @param household which they want to join
 */
export function joinTask(
  request: JoinRequest,
  household: Pick<Household, 'relativeIds'>,
  nowMs: number,
): Task | null {
  const { joinRequestId, villageId, state, householdNumber, askedAtMs, agreed } = request;
  const subject = {
    ...{ kind: 'join' as const, subjectId: joinRequestId, villageId },
    sinceMs: agreed?.atMs ?? askedAtMs,
    title: `${householdNumber}号户 有人要加入`,
    page: '/packages/work/joins/index',
  };
  const waitingFor = (isLate: boolean) =>
    whoIsWaitedFor<JoinRequestState, Decider, JoinFacts>({
      ...{ table: joinWorkflow, state, isLate },
      candidatesOf: (by) => candidatesOf(by, request),
      involved: involvedIn(request, household),
    });
  return makeTask(subject, waitingFor, nowMs);
}
