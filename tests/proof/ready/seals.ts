import { points } from '../../../src/contracts';
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
