import { jobs } from '../../../src/contracts';
import { addDays, dayOf, quarterOf } from '../../../src/domain/kernel/time';
import type { Village } from '../../../src/domain/people/types';
import type { Account, Entry } from '../../../src/domain/points/ledger';
import { rollUp, rollupId } from '../../../src/domain/points/rollup';
import { sealAccounts, sealId } from '../../../src/domain/points/seal';
import type { Rollup, Seal } from '../../../src/domain/points/types';
import { defineRun } from '../../runtime/define-action';
import { readAll } from '../../runtime/store/read-all';
import type { Store } from '../../runtime/store/store';

const villagesPerCall = 20;

/** Totals are made early in the day, so a quarter is told to its end in the days behind it. */
const daysBehindAQuarter = 7;

function quartersToRollUp(day: string): string[] {
  return [...new Set([quarterOf(addDays(day, -daysBehindAQuarter)), quarterOf(day)])];
}

/** A day is sealed once; a village that has its seal is left alone. */
async function sealVillage(store: Store, villageId: string, nowMs: number): Promise<void> {
  const day = dayOf(nowMs);
  const accounts = await readAll<Account>(store, 'accounts', { villageId }, 'householdId');
  const [previous] = await store.query<Seal>('seals', {
    where: { villageId },
    order: { field: 'day', direction: 'desc' },
    limit: 1,
  });
  const seal = sealAccounts(villageId, day, accounts, nowMs, previous ?? null);
  const rollups: Rollup[] = [];
  for (const quarter of quartersToRollUp(day)) {
    const entries = await readAll<Entry>(store, 'entries', { villageId, quarter }, 'hash');
    rollups.push(rollUp(entries, accounts, seal, quarter, nowMs));
  }
  await store.transact(async (tx) => {
    if (await tx.get<Seal>('seals', sealId(villageId, day))) return;
    tx.create('seals', sealId(villageId, day), seal);
    for (const rollup of rollups) tx.set('rollups', rollupId(villageId, rollup.quarter), rollup);
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
