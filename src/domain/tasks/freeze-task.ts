import type { Account } from '../ledger/types';
import { stateOfFreeze } from '../people/freeze';
import { type FreezeFacts, type FreezeState, freezeWorkflow } from '../people/freeze-workflow';
import { placeOfDecider } from '../people/two-people';
import type { Decider, Freeze, Household } from '../people/types';
import { householdKey, personKey, roleKey } from './keys';
import { makeTask } from './make-task';
import type { Task } from './types';
import { type Candidate, whoIsWaitedFor } from './waiting';

/** Outside the committee: what a need refuses is then who they are. */
const nobody: FreezeFacts['settler'] = {
  ...{ personId: '', ofTheHousehold: false, nearRelative: false, as: 'supervisor' },
};

const factsOf = (freeze: Freeze, settler: Partial<FreezeFacts['settler']>): FreezeFacts => ({
  freeze,
  settler: { ...nobody, ...settler },
});

function candidatesOf(by: Decider, freeze: Freeze, villageId: string): Candidate<FreezeFacts>[] {
  const place = placeOfDecider(by, villageId);
  return [{ key: roleKey(by, place), facts: factsOf(freeze, { as: by }) }];
}

function involvedIn(freeze: Freeze, household: Household): Candidate<FreezeFacts>[] {
  const { byPersonId, agreed } = freeze;
  const { householdId, relativeIds } = household;
  return [
    { key: personKey(byPersonId), facts: factsOf(freeze, { personId: byPersonId }) },
    { key: householdKey(householdId), facts: factsOf(freeze, { ofTheHousehold: true }) },
    ...relativeIds.map((id) => {
      return { key: householdKey(id), facts: factsOf(freeze, { nearRelative: true }) };
    }),
    ...(agreed ? [{ key: personKey(agreed.personId), facts: factsOf(freeze, agreed) }] : []),
  ];
}

/** Whom a frozen household waits for as of an instant, if for anybody. */
export function freezeTask(
  { frozen }: Pick<Account, 'frozen'>,
  household: Household,
  nowMs: number,
): Task | null {
  if (!frozen) return null;
  const { householdId, villageId, number } = household;
  const subject = {
    ...{ kind: 'freeze' as const, subjectId: householdId, villageId },
    sinceMs: frozen.agreed?.atMs ?? frozen.atMs,
    title: `${number}号户 停用了积分`,
    page: '/packages/work/freezes/index',
  };
  const waitingFor = (isLate: boolean) =>
    whoIsWaitedFor<FreezeState, Decider, FreezeFacts>({
      ...{ table: freezeWorkflow, state: stateOfFreeze(frozen), isLate },
      candidatesOf: (by) => candidatesOf(by, frozen, villageId),
      involved: involvedIn(frozen, household),
    });
  return makeTask(subject, waitingFor, nowMs);
}
