import { jobs } from '../../../src/contracts';
import { dayOf } from '../../../src/domain/kernel/time';
import { type Account, settleDay } from '../../../src/domain/ledger/ledger';
import { lapsingMessage } from '../../../src/domain/messages/moved';
import { defineRun, type RunContext } from '../../runtime/define-action';
import { eachForItself } from '../../runtime/in-parallel';
import type { Store } from '../../runtime/store/store';
import { writeMessage } from '../../runtime/write-message';

const accountsPerBatch = 200;
const batchesPerCall = 5;
const accountsAtOnce = 6;

/**
 * Accounts whose due day is over: a lot has lapsed or a new year has begun. Those that are not due
 * are not read, and one that cannot be settled and only grows older is not in the others' way.
 */
function dueAccounts(store: Store, nowMs: number): Promise<Account[]> {
  return store.query<Account>('accounts', {
    where: { townId: 'town' },
    order: { field: 'dueDay', direction: 'desc' },
    after: dayOf(nowMs),
    limit: accountsPerBatch,
  });
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

/** Ahead of the end of a year, once each time. */
async function tellOfTheLastDay({ store, nowMs, templates }: RunContext<object>): Promise<void> {
  const message = templates.lapsing ? lapsingMessage(dayOf(nowMs)) : null;
  if (!message) return;
  await store.transact(async (tx) => {
    if (await tx.get('messages', message.messageId)) return;
    writeMessage({ tx, templates }, message);
  });
}

export const lapsePoints = defineRun({
  contract: jobs.lapsePoints,
  allow: [{ who: 'timer' }],
  async run(context) {
    const { store, nowMs, hasTime } = context;
    await tellOfTheLastDay(context);
    let done = 0;
    const errors: unknown[] = [];
    let due = await dueAccounts(store, nowMs);
    const settleOne = ({ householdId }: Account) => settle(store, householdId, nowMs);
    for (let batch = 0; batch < batchesPerCall && due.length > 0 && hasTime(); batch += 1) {
      const { errors: failed, left } = await eachForItself(due, accountsAtOnce, settleOne, hasTime);
      errors.push(...failed);
      done += due.length - failed.length - left;
      due = await dueAccounts(store, nowMs);
    }
    if (errors.length > 0) throw errors[0];
    return { done, left: due.length };
  },
});
