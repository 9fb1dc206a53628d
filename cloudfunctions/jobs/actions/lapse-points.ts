import { jobs } from '../../../src/contracts';
import { endOfDayMs } from '../../../src/domain/kernel/time';
import { type Account, settleDay } from '../../../src/domain/points/ledger';
import { defineRun } from '../../runtime/define-action';
import { inParallel } from '../../runtime/in-parallel';
import type { Store } from '../../runtime/store/store';

const accountsPerBatch = 250;
const batchesPerCall = 4;
const accountsAtOnce = 6;

/** Accounts whose due day is over: a lot has lapsed or a new year has begun. */
async function dueAccounts(store: Store, nowMs: number): Promise<Account[]> {
  const first = await store.query<Account>('accounts', {
    where: { townId: 'town' },
    order: { field: 'dueDay', direction: 'asc' },
    limit: accountsPerBatch,
  });
  return first.filter(({ dueDay }) => endOfDayMs(dueDay) <= nowMs);
}

async function settle(store: Store, householdId: string, nowMs: number): Promise<void> {
  await store.transact(async (tx) => {
    const account = await tx.get<Account>('accounts', householdId);
    if (!account) return;
    const change = settleDay(account, nowMs);
    if (change.entries.length === 0) return;
    for (const entry of change.entries) {
      tx.create('entries', `${householdId}.${entry.sequence}`, entry);
    }
    tx.set('accounts', householdId, change.account);
  });
}

export const lapsePoints = defineRun({
  contract: jobs.lapsePoints,
  allow: [{ who: 'timer' }],
  async run({ store, nowMs }) {
    let done = 0;
    for (let batch = 0; batch < batchesPerCall; batch += 1) {
      const due = await dueAccounts(store, nowMs);
      if (due.length === 0) return { done, left: 0 };
      await inParallel(due, accountsAtOnce, ({ householdId }) => settle(store, householdId, nowMs));
      done += due.length;
    }
    return { done, left: (await dueAccounts(store, nowMs)).length };
  },
});
