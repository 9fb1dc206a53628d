import { assert } from '../../src/domain/kernel/refusal';
import { keepShort } from '../../src/domain/ledger/end-account';
import type { Account, LedgerChange } from '../../src/domain/ledger/ledger';
import {
  decidePost,
  decidePostWaiting,
  maySettle,
  type Posted,
} from '../../src/domain/ledger/posting';
import { isAsDecided } from '../../src/domain/ledger/posting-decision';
import { carryOn } from '../../src/domain/ledger/two-accounts';
import type { DecidedRecord } from '../../src/domain/ledger/types';
import { postedMessage } from '../../src/domain/messages/moved';
import type { Household } from '../../src/domain/people/types';
import type { DeedRecord } from '../../src/domain/records/types';
import type { RunContext } from '../runtime/define-action';
import { getKnown } from '../runtime/store/get-known';
import { type Moving, writeMessage } from '../runtime/write-message';

/** What a run posts with. */
export type Posting = Pick<RunContext<unknown>, 'store' | 'nowMs' | 'hasTime' | 'templates'>;

export type HouseholdWork = { householdId: string; records: DecidedRecord[] };

/** Works on what was decided, household by household; each household is one transaction. */
export function byHousehold(records: readonly DecidedRecord[]): HouseholdWork[] {
  const works = new Map<string, HouseholdWork>();
  for (const record of records) {
    const { householdId } = record;
    const work = works.get(householdId) ?? { householdId, records: [] };
    work.records.push(record);
    works.set(householdId, work);
  }
  return [...works.values()];
}

function postOne(account: Account, record: DeedRecord, decided: DecidedRecord, nowMs: number) {
  if (!isAsDecided(record, decided)) return null;
  const { backed } = decided;
  if (maySettle(record, nowMs)) return decidePost(account, record, backed, nowMs);
  const waits = record.state === 'posted' && record.spendableState === 'waiting';
  return waits && backed ? decidePostWaiting(account, record, nowMs) : null;
}

function saveAccount({ account, entries }: LedgerChange, tx: Moving['tx']): void {
  for (const entry of entries) {
    tx.create('entries', `${entry.householdId}.${entry.sequence}`, entry);
  }
  tx.set('accounts', account.householdId, account);
}

/**
 * What was posted, and where its household has ended, what comes of it: it goes on to the household
 * that this one is part of now, or stays for a while only.
 * @returns the account where it stays
 */
async function saveWhereItCounts(posted: LedgerChange, { tx, nowMs }: Moving): Promise<Account> {
  const numberOf = async (householdId: string) =>
    (await getKnown<Household>(tx, 'households', householdId))?.number ?? 0;
  const sideOf = async (householdId: string) => {
    return { householdId, number: await numberOf(householdId) };
  };
  let change = posted;
  for (;;) {
    const { householdId, ended } = change.account;
    const next = ended?.into ? await tx.get<Account>('accounts', ended.into) : null;
    if (!next) break;
    const sides = { from: await sideOf(householdId), into: await sideOf(next.householdId) };
    const both = carryOn(change, next, sides, nowMs);
    saveAccount(both.from, tx);
    change = both.into;
  }
  change = keepShort(change, nowMs);
  saveAccount(change, tx);
  return change.account;
}

async function postInTransaction(moving: Moving, work: HouseholdWork) {
  const { tx, nowMs } = moving;
  const { householdId, records } = work;
  const opened = await tx.get<Account>('accounts', householdId);
  assert(opened, 'a household has an account');
  let change: LedgerChange = { account: opened, entries: [] };
  const posted: string[] = [];
  const failed: string[] = [];
  const errors: unknown[] = [];
  for (const decided of records) {
    const { recordId } = decided;
    const record = await tx.get<DeedRecord>('records', recordId);
    let next: Posted | null = null;
    try {
      next = record && postOne(change.account, record, decided, nowMs);
    } catch (error) {
      // Nothing of it is written: a torn record must not hold up the others of its household.
      failed.push(recordId);
      errors.push(error);
    }
    if (!next) continue;
    change = { account: next.account, entries: [...change.entries, ...next.entries] };
    posted.push(recordId);
    tx.set('records', recordId, next.record);
  }
  if (posted.length > 0) {
    const account = await saveWhereItCounts(change, moving);
    writeMessage(moving, postedMessage(account, posted, nowMs));
  }
  return { posted, failed, errors };
}

/**
 * Account, entries and records of one household in one transaction. Done twice it is done once: a
 * posted record is not posted again.
 * @returns the records it posted, and which could not be and why
 */
export function postHousehold(
  { store, nowMs, templates }: Omit<Posting, 'hasTime'>,
  work: HouseholdWork,
): Promise<{ posted: string[]; failed: string[]; errors: unknown[] }> {
  return store.transact((tx) => postInTransaction({ tx, nowMs, templates }, work));
}
