import { people } from '../../../src/contracts';
import type { InputOf } from '../../../src/contracts/contract';
import { householdId } from '../../support/household-ids';
import type { TestActor } from '../../support/town';
import type { ProofTown } from '../town';

export type Change = InputOf<typeof people.proposeLifeEvent>['change'];

/** Household 14 of village 1 has one child more. */
export const oneChildMore: Change = { kind: 'children', was: 0, minors: 1 };

/** An event of a household of village 1 that somebody entered, the town unless told; its id. */
export async function proposedEvent(
  town: ProofTown,
  change: Change = oneChildMore,
  householdNumber = 14,
  as: TestActor = town.administrator,
): Promise<string> {
  const input = { householdId: householdId(town, `v01-${householdNumber}`), change };
  return (await as.must(people.proposeLifeEvent, input)).lifeEventId;
}

const comesHere: Change = {
  kind: 'move-in',
  line: {
    ...{ name: '试户来', birthYear: 2008, isAdult: true, relation: 'other' as const },
    ...{ phone: '10019990001', residence: 'newcomer' as const },
  },
};

/** Waiting: somebody who is to be entered, a head who moves; taken back: the first of them. */
export async function everyShape(town: ProofTown): Promise<void> {
  const taken = await proposedEvent(town, comesHere);
  await town.administrator.must(people.withdrawLifeEvent, { lifeEventId: taken });
  await proposedEvent(town, comesHere);
  const { lines } = await town
    .head(2)
    .must(people.readRegisterLines, { villageId: 'v01', householdNumber: 14 });
  const [memberId = '', headId = ''] = lines.map((line) => line.memberId);
  const marries: Change = {
    ...{ kind: 'marry' as const, memberId, headId, relation: 'child-in-law' as const },
    toHouseholdId: householdId(town, 'v01-11'),
  };
  await proposedEvent(town, marries);
}
