import type { Account, Entry } from './types';

const purses = ['honour', 'spendable', 'held'];
const accountFields = [
  ...['_id', 'townId', 'householdId', 'villageId', ...purses, 'lots'],
  ...['sequence', 'headHash', 'honourYear', 'dueDay', 'ended'],
  // Say nothing of points: whether they may be spent just now.
  ...['frozen', 'disputed', 'settledFreezes'],
];
const entryFields = [
  ...['_id', 'householdId', 'villageId', 'sequence', 'kind', ...purses, 'lots', 'after'],
  ...['cause', 'atMs', 'quarter', 'previousHash', 'hash'],
];
const lotFields = ['lastDay', 'free', 'held'];
const endedFields = ['day', 'into'];
const causeFields = ['kind', 'id', 'title', 'ruleVersion', 'fieldId', 'why'];

/** A field the hash does not cover must not be there: it could say what nobody vouches for. */
export function hasOnly(part: object, fields: readonly string[]): boolean {
  return Object.keys(part).every((field) => fields.includes(field));
}

/** Where the database names a document, it names it after what is in it. */
export function isNamed(document: object, id: string): boolean {
  const { _id } = document as { _id?: unknown };
  return _id === undefined || _id === id;
}

/** Absent, null and empty have one hash, so only one of them is ever written: absent. */
function saysOrIsAbsent({ fieldId, why }: Entry['cause']): boolean {
  const isText = (value: unknown) => typeof value === 'string' && value !== '';
  const isTexts = Array.isArray(why) && why.length > 0 && why.every(isText);
  return (fieldId === undefined || isText(fieldId)) && (why === undefined || isTexts);
}

/** Whether an entry holds what an entry holds and nothing beside; its values are the hash's. */
export function looksLikeAnEntry(entry: Entry): boolean {
  const { lots, after, cause } = entry;
  return (
    hasOnly(entry, entryFields) &&
    isNamed(entry, `${entry.householdId}.${entry.sequence}`) &&
    lots.every((lot) => hasOnly(lot, lotFields)) &&
    hasOnly(after, purses) &&
    hasOnly(cause, causeFields) &&
    saysOrIsAbsent(cause)
  );
}

/** The same for the account, whose values are compared one by one. */
export function looksLikeAnAccount(account: Account): boolean {
  return (
    hasOnly(account, accountFields) &&
    isNamed(account, account.householdId) &&
    (account.ended === undefined || hasOnly(account.ended, endedFields)) &&
    account.lots.every((lot) => hasOnly(lot, lotFields))
  );
}

/** A check that torn data makes fail, not throw. */
export function holds(check: () => boolean): boolean {
  try {
    return check();
  } catch {
    return false;
  }
}
