import { isOfTheTown } from '../people/offices/basis';
import { type ActFacts, type ActMover, officeWorkflow } from '../people/offices/office-workflow';
import type { OfficeAct, OfficeActState } from '../people/offices/types';
import { placeOfDecider } from '../people/two-people';
import type { Household } from '../people/types';
import { householdKey, personKey, roleKey } from './keys';
import { makeTask } from './make-task';
import type { Task } from './types';
import { type Candidate, whoIsWaitedFor } from './waiting';

/** Somebody of the town: what a need refuses is then who they are. */
const nobody: ActFacts['decider'] = {
  ...{ personId: '', as: 'supervisor', isSubject: false },
  ...{ ofTheHousehold: false, nearRelative: false },
};

type Deciding = Partial<ActFacts['decider']>;

/** Whoever has something to do with it, each as they would come to answer it. */
function involvedIn(
  act: OfficeAct,
  household: Household | null,
  facts: (of: Deciding) => ActFacts,
) {
  const { personId } = act.proposed;
  const of = (key: string, given: Deciding) => ({ key, facts: facts(given) });
  return [
    of(personKey(personId), { personId }),
    ...(act.personId ? [of(personKey(act.personId), { isSubject: true })] : []),
    ...(household ? [of(householdKey(household.householdId), { ofTheHousehold: true })] : []),
    ...(household?.relativeIds ?? []).map((id) => of(householdKey(id), { nearRelative: true })),
  ];
}

/** `试一嘎查 有一条任职要确认`: without a name. */
const titleOf = ({ placeName, change }: OfficeAct) =>
  `${placeName} 有一条${change === 'give' ? '任职' : '离任'}要确认`;

/**
 * Whom an act of office waits for as of an instant, if for anybody.
 * @param household of whom it is about; null of who stands in no register
 */
export function officeTask(
  act: OfficeAct,
  household: Household | null,
  nowMs: number,
): Task | null {
  const { officeActId, villageId, state, proposed } = act;
  const subject = {
    ...{ kind: 'office' as const, subjectId: officeActId, villageId, sinceMs: proposed.atMs },
    ...{ title: titleOf(act), page: '/packages/offices/acts/index' },
  };
  const facts = (of: Deciding): ActFacts => ({
    ...{ act, accept: true },
    decider: { ...nobody, ...(isOfTheTown(act.role) && { as: 'town-admin' }), ...of },
  });
  const candidatesOf = (by: ActMover): Candidate<ActFacts>[] =>
    by === 'proposer' || by === 'invited'
      ? []
      : [{ key: roleKey(by, placeOfDecider(by, villageId)), facts: facts({ as: by }) }];
  const waitingFor = (isLate: boolean) =>
    whoIsWaitedFor<OfficeActState, ActMover, ActFacts>({
      ...{ table: officeWorkflow, state, isLate, candidatesOf },
      involved: involvedIn(act, household, facts),
    });
  return makeTask(subject, waitingFor, nowMs);
}
