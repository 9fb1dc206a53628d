import { jobs } from '../../../src/contracts';
import { addDays, dayOf } from '../../../src/domain/kernel/time';
import type { Account } from '../../../src/domain/ledger/ledger';
import { rollupId } from '../../../src/domain/ledger/rollup';
import type { Village } from '../../../src/domain/people/types';
import { sealAccounts, sealId } from '../../../src/domain/seals/seal';
import type { Seal } from '../../../src/domain/seals/types';
import { defineRun } from '../../runtime/define-action';
import { eachForItself, inRotation } from '../../runtime/in-parallel';
import { readAll } from '../../runtime/store/read-all';
import type { Store, Transaction } from '../../runtime/store/store';
import { makeRollups } from '../make-rollups';

const villagesPerCall = 20;
/** No further village is begun behind so many: twice over ten seconds at ten milliseconds each. */
const householdsPerCall = 3000;

/**
 * Whether another run has sealed the village since its newest seal was read: the same day, or the
 * one on the other side of a midnight that passed meanwhile. Both write the quarter's totals, so
 * that they collide.
 */
async function wasSealedMeanwhile(tx: Transaction, villageId: string, day: string, newest: string) {
  for (const each of [addDays(day, -1), day, addDays(day, 1)]) {
    if (each > newest && (await tx.get<Seal>('seals', sealId(villageId, each)))) return true;
  }
  return false;
}

/**
 * A day is sealed once; a village that has its seal is left alone.
 * @returns how many households' entries were read
 */
async function sealVillage(store: Store, villageId: string, nowMs: number): Promise<number> {
  const day = dayOf(nowMs);
  const [before] = await store.query<Seal>('seals', {
    where: { villageId },
    order: { field: 'day', direction: 'desc' },
    limit: 1,
  });
  const previous = before ?? null;
  // Begun before midnight, and overtaken by a run of the new day.
  if (previous && previous.day >= day) return 0;
  const accounts = await readAll<Account>(store, 'accounts', { villageId }, 'householdId');
  const seal = sealAccounts(villageId, day, accounts, nowMs, previous);
  const made = await makeRollups(store, accounts, { seal, previous, nowMs });
  await store.transact(async (tx) => {
    if (await wasSealedMeanwhile(tx, villageId, day, previous?.day ?? '')) return;
    tx.create('seals', sealId(villageId, day), seal);
    for (const rollup of made.rollups) {
      tx.set('rollups', rollupId(villageId, rollup.quarter), rollup);
    }
  });
  return made.householdsRead;
}

export const sealDay = defineRun({
  contract: jobs.sealDay,
  allow: [{ who: 'timer' }],
  async run({ store, nowMs, hasTime }) {
    const day = dayOf(nowMs);
    const villages = await readAll<Village>(store, 'villages', { townId: 'town' }, 'villageId');
    const open: string[] = [];
    for (const { villageId } of villages) {
      if (!(await store.get<Seal>('seals', sealId(villageId, day)))) open.push(villageId);
    }
    let done = 0;
    let householdsRead = 0;
    const seal = async (villageId: string) => {
      if (done >= villagesPerCall || householdsRead >= householdsPerCall) return;
      householdsRead += await sealVillage(store, villageId, nowMs);
      done += 1;
    };
    // One that cannot be sealed keeps no other waiting, however many there are and however long
    // each takes.
    const { errors } = await eachForItself(inRotation(open, nowMs), 1, seal, hasTime);
    if (errors.length > 0) throw errors[0];
    return { done, left: open.length - done };
  },
});
