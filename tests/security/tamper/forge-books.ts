import { signSeal } from '../../../cloudfunctions/points/load-seals';
import type { Document } from '../../../local-cloud/engine';
import { addDays } from '../../../src/domain/kernel/time';
import { applyEntry, emptyAccount } from '../../../src/domain/ledger/chain';
import { award } from '../../../src/domain/ledger/ledger';
import type { Account, Entry } from '../../../src/domain/ledger/types';
import { sealAccounts, sealId } from '../../../src/domain/seals/seal';
import type { Seal } from '../../../src/domain/seals/types';
import { householdsOf, readShelf, type Shelf, villageId, type Write } from './book-town';
import { editAnyField } from './edit-value';
import {
  cutSeals,
  rewriteBooks,
  rewriteFrom,
  rewriteUnsealed,
  sealedOf,
  turnBackVillage,
} from './forge-seals';
import type { Forger } from './forger';

const idOf = (document: Document) => String(document._id);

function put(shelf: Shelf, before: Document, after: Document): Write[] {
  const collection = shelf;
  const id = idOf(after);
  const moved = id !== idOf(before);
  const gone = { collection, id: idOf(before), document: null };
  return [...(moved ? [gone] : []), { collection, id, document: after }];
}

const ownerOf = (shelf: Shelf, householdId: string) =>
  shelf === 'entries' ? householdId : villageId;

const edit =
  (shelf: Shelf): Forger =>
  (town, householdId, random) => {
    const before = random.pick(readShelf(town, shelf, ownerOf(shelf, householdId)));
    const after = editAnyField(before, random);
    return put(shelf, before, { ...after, _id: String(after._id ?? '') || 'gone' });
  };

const remove =
  (shelf: Shelf): Forger =>
  (town, householdId, random) => {
    const all = readShelf(town, shelf, ownerOf(shelf, householdId));
    const some = random.shuffle(all).slice(0, 1 + random.integer(3));
    return some.map((each) => ({ collection: shelf, id: idOf(each), document: null }));
  };

/** The newest ones away, as if they had never been written. */
const truncate =
  (shelf: Shelf): Forger =>
  (town, householdId, random) => {
    const all = readShelf(town, shelf, ownerOf(shelf, householdId));
    const cut = all.slice(-1 - random.integer(all.length));
    return cut.map((each) => ({ collection: shelf, id: idOf(each), document: null }));
  };

/** A copy under another id, some with another place in the order, some from another owner. */
const insert =
  (shelf: Shelf): Forger =>
  (town, householdId, random) => {
    const owner = ownerOf(shelf, householdId);
    const isEntries = shelf === 'entries';
    const from = isEntries ? random.pick(householdsOf(town)) : random.pick([villageId, 'v02']);
    const copy = structuredClone(random.pick(readShelf(town, shelf, from)));
    const place = isEntries ? { householdId: owner } : { villageId: owner };
    const sequence = 1 + random.integer(30);
    const day = `2026-1${random.integer(3)}-${10 + random.integer(20)}`;
    const order = random.chance(0.6) ? (isEntries ? { sequence } : { day }) : {};
    const inserted = { ...copy, ...place, ...order };
    const id = random.chance(0.5)
      ? `${owner}.${isEntries ? inserted.sequence : inserted.day}`
      : `inserted-${random.integer(1_000_000)}`;
    if (town.engine.get(shelf, id)) return [];
    return [{ collection: shelf, id, document: { ...inserted, _id: id } }];
  };

/** Two change places: in the order only, or with everything they say. */
const swap =
  (shelf: Shelf): Forger =>
  (town, householdId, random) => {
    const all = readShelf(town, shelf, ownerOf(shelf, householdId));
    const [left, right] = random.shuffle(all);
    if (!left || !right) return [];
    const field = shelf === 'entries' ? 'sequence' : 'day';
    const whole = random.chance(0.5);
    const leftAfter = whole
      ? { ...right, [field]: left[field], _id: left._id }
      : { ...left, [field]: right[field] };
    const rightAfter = whole
      ? { ...left, [field]: right[field], _id: right._id }
      : { ...right, [field]: left[field] };
    return [...put(shelf, left, leftAfter), ...put(shelf, right, rightAfter)];
  };

const editAccount: Forger = (town, householdId, random) => {
  const before = town.engine.get('accounts', householdId);
  if (!before) return [];
  if (random.chance(0.05)) return [{ collection: 'accounts', id: householdId, document: null }];
  const { _id, ...fields } = before;
  const document = { ...editAnyField(fields, random), _id };
  return [{ collection: 'accounts', id: householdId, document }];
};

/** The account as it was some entries ago, which points could be spent from again. */
const turnBackAccount: Forger = (town, householdId, random) => {
  const entries = readShelf(town, 'entries', householdId) as unknown as Entry[];
  const kept = entries.slice(0, random.integer(entries.length));
  const account = kept.reduce(applyEntry, emptyAccount(householdId, villageId));
  const document = { ...account, _id: householdId } as unknown as Document;
  return [{ collection: 'accounts', id: householdId, document }];
};

/**
 * A forger who knows the code: from some sealed entry on everything is made anew, each hash right,
 * the account its sum. Only the seals contradict.
 */
const rewriteTail: Forger = (town, householdId, random) => {
  const newest = readShelf(town, 'seals', villageId).at(-1) as unknown as Seal;
  return rewriteFrom(town, householdId, random.integer(sealedOf(newest, householdId))).writes;
};

/** Behind the newest seal another, made as the product makes it, for a day still to come. */
const appendSeal: Forger = (town, _householdId, random, secret) => {
  const newest = readShelf(town, 'seals', villageId).at(-1) as unknown as Seal;
  const day = addDays(newest.day, 1 + random.integer(5));
  const made = sealAccounts(villageId, day, newest.leaves, newest.sealedAtMs + 1, newest);
  const seal = signSeal(made, secret);
  const id = sealId(villageId, day);
  return [{ collection: 'seals', id, document: { ...seal, _id: id } as unknown as Document }];
};

/** Points out of nothing: an award as the ledger makes it, which the account does not know. */
const appendEntry: Forger = (town, householdId, random) => {
  const account = town.engine.get('accounts', householdId) as unknown as Account;
  const points = 1 + random.integer(50);
  const cause = { kind: 'record' as const, id: 'forged', title: '植树', ruleVersion: 1 };
  const atMs = town.clock.nowMs();
  const { entries } = award(account, { honour: points, spendable: points }, cause, atMs);
  return entries.map((entry) => {
    const id = `${householdId}.${entry.sequence}`;
    return { collection: 'entries', id, document: { ...entry, _id: id } as unknown as Document };
  });
};

export const forgers: Readonly<Record<string, Forger>> = {
  'edit-entry': edit('entries'),
  'remove-entries': remove('entries'),
  'truncate-entries': truncate('entries'),
  'insert-entry': insert('entries'),
  'reorder-entries': swap('entries'),
  'append-entry': appendEntry,
  'append-seal': appendSeal,
  'edit-account': editAccount,
  'turn-back-account': turnBackAccount,
  'rewrite-tail': rewriteTail,
  'edit-seal': edit('seals'),
  'remove-seals': remove('seals'),
  'truncate-seals': truncate('seals'),
  'insert-seal': insert('seals'),
  'reorder-seals': swap('seals'),
  'rewrite-books': rewriteBooks,
  'cut-seals': cutSeals,
  'rewrite-unsealed': rewriteUnsealed,
  'turn-back-village': turnBackVillage,
};
