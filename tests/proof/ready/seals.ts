import { points } from '../../../src/contracts';
import { walkOf, walkOn } from '../../../src/domain/seals/book-check';
import type { BookCheck } from '../../../src/domain/seals/types';
import { householdId } from '../../support/household-ids';
import type { ProofTown } from '../town';

async function sealNextDay(town: ProofTown): Promise<void> {
  town.clock.advanceDays(1);
  await town.timer('jobs', 'seal-day');
}

/** Somebody changed household 8 behind the product's back; the seal found it, it was put back. */
export async function raisedAlarm(town: ProofTown): Promise<void> {
  await sealNextDay(town);
  const account = town.engine.get('accounts', householdId(town, 'v01-8'));
  await town.engine.set('accounts', householdId(town, 'v01-8'), { ...account, headHash: 'forged' });
  await sealNextDay(town);
  await town.engine.set('accounts', householdId(town, 'v01-8'), { ...account });
}

/** Both sides let it stand, and the next seal says so. */
export async function sealedOverAlarm(town: ProofTown): Promise<void> {
  await raisedAlarm(town);
  const input = { villageId: 'v01', number: 1, outcome: 'kept' as const };
  for (const one of [town.head(4), town.administrator]) {
    await one.must(points.settleSealAlarm, input);
  }
  await sealNextDay(town);
}

async function forgeAndWalk(town: ProofTown, number: number): Promise<void> {
  const id = householdId(town, `v01-${number}`);
  await town.engine.set('accounts', id, { ...town.engine.get('accounts', id), headHash: 'forged' });
  town.clock.advanceDays(1);
  await town.timer('jobs', 'verify-books');
}

/**
 * One book was changed and let stand, another was changed since, and the next night's walk was cut
 * off. Alarms before it are settled.
 */
export async function walkCutOff(town: ProofTown): Promise<void> {
  await forgeAndWalk(town, 9);
  const { alarms } = await town.administrator.must(points.listSealAlarms, { villageId: 'v01' });
  for (const { number } of alarms) {
    for (const one of [town.head(4), town.administrator]) {
      await one.must(points.settleSealAlarm, { villageId: 'v01', number, outcome: 'kept' });
    }
  }
  await forgeAndWalk(town, 10);
  const check = town.engine.get('book-checks', 'v01') as unknown as BookCheck;
  const walk = walkOf({ ...check, last: null }, town.today());
  const faults = check.last?.faults ?? [];
  if (!walk) throw new Error('a walk begins where none was done');
  const on = walkOn(walk, { households: 1, entries: 3, faults }, householdId(town, 'v01-8'));
  await town.engine.set('book-checks', 'v01', { ...check, walk: on });
}
