import { jobs } from '../../../src/contracts';
import { dayOf, quarterOf } from '../../../src/domain/kernel/time';
import type { Village } from '../../../src/domain/people/types';
import type { Account, Entry } from '../../../src/domain/points/ledger';
import { rollUp, rollupId } from '../../../src/domain/points/rollup';
import { sealAccounts, sealId } from '../../../src/domain/points/seal';
import type { Seal } from '../../../src/domain/points/types';
import { defineRun } from '../../runtime/define-action';
import { readAll } from '../../runtime/store/read-all';
import type { Store } from '../../runtime/store/store';

const villagesPerCall = 20;

/** A day is sealed once; a village that has its seal is left alone. */
async function sealVillage(store: Store, villageId: string, nowMs: number): Promise<void> {
  const day = dayOf(nowMs);
  const quarter = quarterOf(day);
  const accounts = await readAll<Account>(store, 'accounts', { villageId }, 'householdId');
  const entries = await readAll<Entry>(store, 'entries', { villageId, quarter }, 'hash');
  const seal = sealAccounts(villageId, day, accounts, nowMs);
  const rollup = rollUp(entries, accounts, seal, quarter, nowMs);
  await store.transact(async (tx) => {
    if (await tx.get<Seal>('seals', sealId(villageId, day))) return;
    tx.create('seals', sealId(villageId, day), seal);
    tx.set('rollups', rollupId(villageId, quarter), rollup);
  });
}

export const sealDay = defineRun({
  contract: jobs.sealDay,
  allow: [{ who: 'timer' }],
  async run({ store, nowMs }) {
    const day = dayOf(nowMs);
    const villages = await readAll<Village>(store, 'villages', { townId: 'town' }, 'villageId');
    const open: string[] = [];
    for (const { villageId } of villages) {
      if (!(await store.get<Seal>('seals', sealId(villageId, day)))) open.push(villageId);
    }
    const now = open.slice(0, villagesPerCall);
    for (const villageId of now) await sealVillage(store, villageId, nowMs);
    return { done: now.length, left: open.length - now.length };
  },
});
