import { assert } from '../../src/domain/kernel/refusal';
import type { Account } from '../../src/domain/ledger/ledger';
import { decidePost, decidePostWaiting, maySettle } from '../../src/domain/ledger/posting';
import { postedMessage } from '../../src/domain/messages/moved';
import type { DeedRecord } from '../../src/domain/records/types';
import type { RunContext } from '../runtime/define-action';
import { type Moving, writeMessage } from '../runtime/write-message';
import { type Lease, lanes, leaseStillHeld } from './posting-lease';

/** What a run posts with. */
export type Posting = Pick<RunContext<unknown>, 'store' | 'nowMs' | 'hasTime' | 'templates'>;

export type HouseholdWork = {
  householdId: string;
  recordIds: string[];
  backed: ReadonlySet<string>;
  lane: number;
};

/** Works on several records, household by household; each household is one transaction. */
export function byHousehold(
  records: readonly DeedRecord[],
  backed: ReadonlySet<string>,
): HouseholdWork[] {
  const works = new Map<string, HouseholdWork>();
  for (const { householdId, recordId } of records) {
    const lane = works.size % lanes;
    const work = works.get(householdId) ?? { householdId, recordIds: [], backed, lane };
    work.recordIds.push(recordId);
    works.set(householdId, work);
  }
  return [...works.values()];
}

function postOne(account: Account, record: DeedRecord, backed: boolean, nowMs: number) {
  if (maySettle(record, nowMs)) return decidePost(account, record, backed, nowMs);
  const waits = record.state === 'posted' && record.spendableState === 'waiting';
  return waits && backed ? decidePostWaiting(account, record, nowMs) : null;
}

async function postInTransaction(moving: Moving, work: HouseholdWork) {
  const { tx, nowMs } = moving;
  const { householdId, recordIds, backed } = work;
  const opened = await tx.get<Account>('accounts', householdId);
  assert(opened, 'a household has an account');
  let account: Account = opened;
  const posted: string[] = [];
  for (const recordId of recordIds) {
    const record = await tx.get<DeedRecord>('records', recordId);
    const next = record && postOne(account, record, backed.has(recordId), nowMs);
    if (!next) continue;
    account = next.account;
    posted.push(recordId);
    for (const entry of next.entries) {
      tx.create('entries', `${householdId}.${entry.sequence}`, entry);
    }
    tx.set('records', recordId, next.record);
  }
  if (posted.length > 0) {
    tx.set('accounts', householdId, account);
    writeMessage(moving, postedMessage(account, posted, nowMs));
  }
  return posted;
}

/**
 * Account, entries and records of one household in one transaction. Done twice it is done once: a
 * posted record is not posted again.
 * @returns the records it posted
 */
export function postHousehold(
  { store, nowMs, templates }: Omit<Posting, 'hasTime'>,
  lease: Lease,
  work: HouseholdWork,
): Promise<string[]> {
  return store.transact(async (tx) => {
    await leaseStillHeld(tx, lease, work.lane);
    return postInTransaction({ tx, nowMs, templates }, work);
  });
}
