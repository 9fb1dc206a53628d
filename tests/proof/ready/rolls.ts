import { people } from '../../../src/contracts';
import type { InputOf } from '../../../src/contracts/contract';
import { addDays } from '../../../src/domain/kernel/time';
import type { TestActor } from '../../support/town';
import type { ProofTown } from '../town';

export type Entered = InputOf<typeof people.enterRoll>;

/** A roll of village 1 that begins with nobody, counted by from tomorrow. */
export function rollOf(town: ProofTown, changed: Partial<Entered> = {}): Entered {
  return {
    ...{ villageId: 'v01', kind: 'collective', fromDay: addDays(town.today(), 1) },
    ...{ cites: '成员大会记录', base: 'empty', seen: 0, without: [], picked: [], typed: [] },
    ...changed,
  };
}

/** Who stands in the register of a household of village 1. */
export async function memberIdsOf(town: ProofTown, householdNumber: number): Promise<string[]> {
  const asked = { villageId: 'v01', householdNumber };
  const { lines } = await town.head(2).must(people.readRegisterLines, asked);
  return lines.map(({ memberId }) => memberId);
}

/** Two people of the collective: one of the register, one whom it does not know. */
export const ofTheCollective = [{ name: '试外地' }, { name: '试户十四', householdNumber: 14 }];

/** A roll that the town entered; its id. */
export async function enteredRoll(
  town: ProofTown,
  changed: Partial<Entered> = { typed: ofTheCollective },
  as: TestActor = town.administrator,
): Promise<string> {
  return (await as.must(people.enterRoll, rollOf(town, changed))).rollId;
}

/** The same, confirmed by a supervisor and counted by today. */
export async function rollInForce(
  town: ProofTown,
  changed: Partial<Entered> = { typed: ofTheCollective },
): Promise<string> {
  const rollId = await enteredRoll(town, changed);
  await town.head(4).must(people.answerRoll, { rollId, accept: true });
  town.clock.advanceDays(1);
  return rollId;
}

/** One counted by, one that waits, one that was turned down. */
export async function everyRoll(town: ProofTown): Promise<string> {
  const rollId = await rollInForce(town);
  const delegates = { kind: 'delegates' as const };
  const [memberId = ''] = await memberIdsOf(town, 14);
  const no = await enteredRoll(town, { ...delegates, picked: [{ memberId }] });
  await town.head(4).must(people.answerRoll, { rollId: no, accept: false, reason: '少了人' });
  await enteredRoll(town, { kind: 'party', picked: [{ memberId }] });
  return rollId;
}
