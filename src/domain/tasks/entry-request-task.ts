import {
  type EntryRequestFacts,
  entryRequestWorkflow,
} from '../people/entry/entry-request-workflow';
import type { EntryRequest, EntryRequestState } from '../people/entry/types';
import { placeOfDecider } from '../people/two-people';
import type { Decider, Household } from '../people/types';
import { householdKey, personKey, roleKey } from './keys';
import { makeTask } from './make-task';
import type { Task } from './types';
import { type Candidate, whoIsWaitedFor } from './waiting';

type Deciding = EntryRequestFacts['decider'];

/** Outside the committee: what a need refuses is then who they are. */
const nobody: Deciding = {
  ...{ personId: '', as: 'supervisor', ofTheHousehold: false, nearRelative: false },
};

type FactsOf = (decider: Partial<Deciding>) => EntryRequestFacts;

function involvedIn(
  { personId, agreed, noes }: EntryRequest,
  household: Household | null,
  factsOf: FactsOf,
): Candidate<EntryRequestFacts>[] {
  const of = (key: string, decider: Partial<Deciding>) => ({ key, facts: factsOf(decider) });
  const before = [...(agreed ? [agreed] : []), ...noes];
  return [
    of(personKey(personId), { personId }),
    ...(household ? [of(householdKey(household.householdId), { ofTheHousehold: true })] : []),
    ...(household?.relativeIds ?? []).map((id) => of(householdKey(id), { nearRelative: true })),
    ...before.map((each) => of(personKey(each.personId), { personId: each.personId, as: each.as })),
  ];
}

/**
 * Whom somebody waits for who asks to be entered, if for anybody.
 * @param household where they say they live; null for one to come
 */
export function entryRequestTask(
  request: EntryRequest,
  household: Household | null,
  nowMs: number,
): Task | null {
  const { entryRequestId, villageId, state, movedAtMs } = request;
  const subject = {
    ...{ kind: 'entry-request' as const, subjectId: entryRequestId, villageId },
    ...{ sinceMs: movedAtMs, title: '有人申请登记进户册' },
    page: '/packages/work/entry-requests/index',
  };
  const factsOf: FactsOf = (decider) => {
    return { request, accept: true, decider: { ...nobody, ...decider } };
  };
  const candidatesOf = (by: Decider | 'asker'): Candidate<EntryRequestFacts>[] =>
    by === 'asker'
      ? []
      : [{ key: roleKey(by, placeOfDecider(by, villageId)), facts: factsOf({ as: by }) }];
  const waitingFor = (isLate: boolean) =>
    whoIsWaitedFor<EntryRequestState, Decider | 'asker', EntryRequestFacts>({
      ...{ table: entryRequestWorkflow, state, isLate, candidatesOf },
      involved: involvedIn(request, household, factsOf),
    });
  return makeTask(subject, waitingFor, nowMs);
}
