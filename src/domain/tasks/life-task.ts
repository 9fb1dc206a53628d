import { type LifeFacts, type LifeMover, lifeWorkflow } from '../people/life/life-workflow';
import type { LifeEvent, LifeEventState } from '../people/life/types';
import { placeOfDecider } from '../people/two-people';
import type { Household } from '../people/types';
import { householdKey, personKey, roleKey } from './keys';
import { makeTask } from './make-task';
import type { Task } from './types';
import { type Candidate, whoIsWaitedFor } from './waiting';

/** Outside the committee: what a need refuses is then who they are. */
const nobody: LifeFacts['decider'] = {
  ...{ personId: '', as: 'supervisor', ofTheHousehold: false, nearRelative: false },
};

/**
 * Whom a life event waits for as of an instant, if for anybody.
 * @param households those that it touches
 */
export function lifeTask(
  event: LifeEvent,
  households: readonly Household[],
  nowMs: number,
): Task | null {
  const { lifeEventId, villageId, householdNumber, state, proposed } = event;
  const subject = {
    ...{ kind: 'life' as const, subjectId: lifeEventId, villageId, sinceMs: proposed.atMs },
    title: `${householdNumber}号户 有一条变动要确认`,
    page: '/packages/life/list/index',
  };
  const facts = (of: Partial<LifeFacts['decider']>): LifeFacts => ({
    ...{ event, accept: true },
    decider: { ...nobody, ...of },
  });
  const of = (key: string, given: Partial<LifeFacts['decider']>): Candidate<LifeFacts> => {
    return { key, facts: facts(given) };
  };
  // Whose signatures are missing finds it for themselves.
  const candidatesOf = (by: LifeMover) =>
    by === 'proposer' || by === 'household'
      ? []
      : [of(roleKey(by, placeOfDecider(by, villageId)), { as: by })];
  const near = new Set(households.flatMap(({ relativeIds }) => relativeIds));
  const involved = [
    of(personKey(proposed.personId), { personId: proposed.personId }),
    ...households.map((each) => of(householdKey(each.householdId), { ofTheHousehold: true })),
    ...[...near].map((id) => of(householdKey(id), { nearRelative: true })),
  ];
  const waitingFor = (isLate: boolean) =>
    whoIsWaitedFor<LifeEventState, LifeMover, LifeFacts>({
      ...{ table: lifeWorkflow, state, isLate, candidatesOf, involved },
    });
  return makeTask(subject, waitingFor, nowMs);
}
