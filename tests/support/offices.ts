import type { Appointed } from '../../config/run/appoint';
import { people } from '../../src/contracts';
import type { InputOf } from '../../src/contracts/contract';
import { dayOf } from '../../src/domain/kernel/time';
import type { HeldOffice } from '../../src/domain/people/offices/types';
import { householdId } from './household-ids';
import { testHeadName } from './test-register';
import type { SomebodyOf, TestActor, TestTown } from './town';

type Office = Parameters<TestTown['appoint']>[0];

/** What comes of two people giving an office: `ok`, or the code that either was refused with. */
export async function codeOfAppointing(town: TestTown, office: Office): Promise<string> {
  try {
    await town.appoint(office);
    return 'ok';
  } catch (error) {
    return / as \S+: ([a-z-]+) /.exec(String(error))?.[1] ?? String(error);
  }
}

/** The office that somebody of village 1, the head of a household unless told, holds. */
export function officeOf(town: TestTown, of: SomebodyOf, role?: Appointed['role']): HeldOffice {
  const { villageId = 'v01', householdNumber, name = testHeadName(householdNumber) } = of;
  const query = { householdId: householdId(town, `${villageId}-${householdNumber}`), name };
  const held = town.engine.find('offices', { query }) as unknown as HeldOffice[];
  const found = held.find((each) => role === undefined || each.role === role);
  if (!found) throw new Error(`${name} holds no office`);
  return found;
}

/** An office ends by the act of two: the town enters it, somebody of the village confirms it. */
export async function leaveOffice(
  town: TestTown,
  of: SomebodyOf & { role?: Appointed['role'] },
  second: TestActor,
  basis: InputOf<typeof people.endOffice>['basis'] = 'term-over',
): Promise<void> {
  const { officeId } = officeOf(town, of, of.role);
  const day = dayOf(town.clock.nowMs());
  const act = { officeId, basis, day, cites: '换届选举结果公告' };
  const { officeActId } = await town.administrator.must(people.endOffice, act);
  await second.must(people.answerOfficeAct, { officeActId, accept: true });
}
