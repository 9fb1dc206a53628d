import { signSeal, signWitness } from '../../../cloudfunctions/points/load-seals';
import type { Secret } from '../../../cloudfunctions/runtime/secret';
import { applyEntry, emptyAccount, entryHash } from '../../../src/domain/ledger/chain';
import type { Account, Entry, Rollup } from '../../../src/domain/ledger/types';
import { sealAccounts, sealId } from '../../../src/domain/seals/seal';
import type { Seal } from '../../../src/domain/seals/types';
import { type BookTown, readShelf, villageId, type Write } from './book-town';
import type { Forger } from './forger';

const written = (collection: string, id: string, fields: object): Write => {
  return { collection, id, document: { ...fields, _id: id } };
};

const entriesOf = (town: BookTown, householdId: string) =>
  readShelf(town, 'entries', householdId) as unknown as Entry[];
const sealsOf = (town: BookTown) => readShelf(town, 'seals', villageId) as unknown as Seal[];

export function sealedOf({ leaves }: Seal, householdId: string): number {
  return leaves.find((leaf) => leaf.householdId === householdId)?.sequence ?? 0;
}

/** A chain made anew behind so many entries, each hash right, and the account its sum. */
export function rewriteFrom(town: BookTown, householdId: string, from: number) {
  const entries = entriesOf(town, householdId);
  const made = entries.slice(0, from);
  let account: Account = made.reduce(applyEntry, emptyAccount(householdId, villageId));
  for (const [index, entry] of entries.slice(from).entries()) {
    const cause = index === 0 ? { ...entry.cause, title: '改过的' } : entry.cause;
    const { hash, ...rest } = { ...entry, cause, previousHash: account.headHash };
    const forged = { ...rest, hash: entryHash(rest) };
    account = applyEntry(account, forged);
    made.push(forged);
  }
  const changed = made.slice(from);
  const writes = [
    ...changed.map((each) => written('entries', `${householdId}.${each.sequence}`, each)),
    written('accounts', householdId, account),
  ];
  return { entries: made, writes };
}

/** Totals that name another seal as the newest, signed as well as the forger can. */
function pointTotals(town: BookTown, { day, root, hash }: Seal, secret: Secret): Write[] {
  return town.engine.find('rollups', { query: { villageId } }).map((found) => {
    const rollup = found as unknown as Rollup;
    const moved = { ...rollup, seal: { ...rollup.seal, day, root, hash } };
    return written('rollups', String(found._id), signWitness(moved, secret));
  });
}

/** Everything that knows of an entry is made anew: the chain, the seals behind it, the totals. */
export const rewriteBooks: Forger = (town, householdId, random, secret) => {
  const seals = sealsOf(town);
  const newest = seals.at(-1) as Seal;
  const from = random.integer(sealedOf(newest, householdId));
  const { entries, writes } = rewriteFrom(town, householdId, from);
  const made: Seal[] = seals.filter((seal) => sealedOf(seal, householdId) <= from);
  for (const seal of seals.slice(made.length)) {
    const heads = seal.leaves.map((leaf) => {
      const headHash = entries[leaf.sequence - 1]?.hash ?? '';
      return leaf.householdId === householdId ? { ...leaf, headHash } : leaf;
    });
    const before = made.at(-1) ?? null;
    const anew = sealAccounts(villageId, seal.day, heads, seal.sealedAtMs, before);
    made.push(signSeal(anew, secret));
    writes.push(written('seals', sealId(villageId, seal.day), made.at(-1) as Seal));
  }
  return [...writes, ...pointTotals(town, made.at(-1) as Seal, secret)];
};

/** Seals away, totals that never knew of them, and the entries behind made anew. */
export const cutSeals: Forger = (town, householdId, random, secret) => {
  const seals = sealsOf(town);
  const kept = 1 + random.integer(seals.length - 1);
  const newest = seals[kept - 1] as Seal;
  const gone = seals.slice(kept).map(({ day }) => {
    return { collection: 'seals', id: sealId(villageId, day), document: null };
  });
  const { writes } = rewriteFrom(town, householdId, sealedOf(newest, householdId));
  return [...writes, ...gone, ...pointTotals(town, newest, secret)];
};

/** What no seal holds yet is made anew. */
export const rewriteUnsealed: Forger = (town, householdId) => {
  const newest = sealsOf(town).at(-1) as Seal;
  return rewriteFrom(town, householdId, sealedOf(newest, householdId)).writes;
};

/** The whole village as it stood when it was sealed once, from a copy somebody kept. */
export const turnBackVillage: Forger = (town, _householdId, random) => {
  const copy = random.pick(town.copies);
  return [...copy].flatMap(([collection, documents]) => {
    const ids = new Set(documents.map(({ _id }) => _id));
    const now = town.engine.find(collection, { query: { villageId } });
    const gone = now.filter(({ _id }) => !ids.has(_id));
    return [
      ...documents.map((document) => ({ collection, id: document._id, document })),
      ...gone.map(({ _id: id }) => ({ collection, id, document: null })),
    ];
  });
};
