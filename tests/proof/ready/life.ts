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

/**
 * Waiting: somebody who is to be entered, a head who moves, a split with a signature, an end; taken
 * back: the first of them; done: a merger.
 */
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
    toHouseholdId: householdId(town, 'v01-10'),
  };
  await proposedEvent(town, marries);
  const toHouseholdId = householdId(town, 'v01-13');
  await happened(town, { kind: 'merge', toHouseholdId }, 15);
  const lifeEventId = await divisionToSign(town);
  await town.head(14).must(people.signLifeEvent, { lifeEventId });
  await lastToGo(town);
}

const registerOf = (town: ProofTown, householdNumber: number) =>
  town.head(2).must(people.readRegisterLines, { villageId: 'v01', householdNumber });

/**
 * Household 14 is to split as its adults signed on paper, its head on their own phone; that one
 * signature is missing.
 */
export async function divisionToSign(town: ProofTown, number = 77): Promise<string> {
  const { lines, lots } = await registerOf(town, 14);
  const onPaper = lines.filter(({ isJoined }) => !isJoined).map(({ memberId }) => memberId);
  return proposedEvent(town, {
    ...{ kind: 'split', memberIds: onPaper, newHeadId: onPaper[0] ?? '', number, minors: 0 },
    division: { how: 'signed', lots, onPaper },
  });
}

/** Entered by the town and confirmed by a supervisor. */
async function happened(town: ProofTown, change: Change, householdNumber: number): Promise<void> {
  const lifeEventId = await proposedEvent(town, change, householdNumber);
  await town.head(4).must(people.answerLifeEvent, { lifeEventId, accept: true });
}

/** All but the head of household 16 moved away, and the head is to end it. */
async function lastToGo(town: ProofTown): Promise<void> {
  const { lines } = await registerOf(town, 16);
  for (const { memberId, isHead } of lines) {
    if (!isHead) await happened(town, { kind: 'move-out', memberId }, 16);
  }
  const memberId = lines.find(({ isHead }) => isHead)?.memberId;
  await proposedEvent(town, { kind: 'end', gone: 'died', memberId }, 16);
}
