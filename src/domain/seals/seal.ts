import { merkleRoot, sha256Hex } from '../kernel/hash';
import { genesisHash } from '../ledger/chain';
import { hasOnly, holds, isNamed } from '../ledger/entry-shape';
import type { Account, Entry } from '../ledger/types';
import type { Seal, SealLeaf } from './types';

/** A seal before the secret signs its hash. */
export type UnsignedSeal = Omit<Seal, 'signature'>;

/** Text of a leaf: household, sequence and head hash, so that all three are sealed. */
export function leafText({ householdId, sequence, headHash }: SealLeaf): string {
  return `${householdId}\n${sequence}\n${headHash}`;
}

export function sealId(villageId: string, day: string): string {
  return `${villageId}.${day}`;
}

/** Hash over a seal in a fixed order, chained to the one before; the root stands for the leaves. */
export function sealHash(seal: Omit<UnsignedSeal, 'hash' | 'leaves'>): string {
  const { villageId, day, number, root, sealedAtMs, previousHash, settledAlarm } = seal;
  const said = [villageId, day, number, root, sealedAtMs, previousHash];
  return sha256Hex(JSON.stringify(settledAlarm === undefined ? said : [...said, settledAlarm]));
}

/**
 * Seals a village's day: Merkle root (RFC 6962 §2.1) over its account heads by householdId.
 * @param previous the village's seal before, null for its first
 * @param settledAlarm the alarm it is made over, if any
 */
export function sealAccounts(
  villageId: string,
  day: string,
  accounts: readonly Pick<Account, 'householdId' | 'sequence' | 'headHash'>[],
  nowMs: number,
  previous: Pick<Seal, 'number' | 'hash'> | null = null,
  settledAlarm?: string,
): UnsignedSeal {
  const leaves = accounts
    .map(({ householdId, sequence, headHash }) => ({ householdId, sequence, headHash }))
    .sort((left, right) => (left.householdId < right.householdId ? -1 : 1));
  const number = (previous?.number ?? 0) + 1;
  const previousHash = previous?.hash ?? genesisHash;
  const root = merkleRoot(leaves.map(leafText));
  const over = settledAlarm === undefined ? {} : { settledAlarm };
  const unhashed = { villageId, day, number, root, sealedAtMs: nowMs, previousHash, ...over };
  return { ...unhashed, leaves, hash: sealHash(unhashed) };
}

const sealFields = [
  ...['_id', 'villageId', 'day', 'number', 'root', 'leaves', 'sealedAtMs'],
  ...['previousHash', 'hash', 'settledAlarm', 'signature'],
];
const leafFields = ['householdId', 'sequence', 'headHash'];

/** A leaf's text does not tell a number from its digits or a list of one from its part. */
function looksLikeALeaf(leaf: SealLeaf): boolean {
  const { householdId, sequence, headHash } = leaf;
  const types = [typeof householdId, typeof sequence, typeof headHash].join(' ');
  return hasOnly(leaf, leafFields) && types === 'string number string';
}

/** Absent and null have different hashes, a number and its digits too; a list of one has not. */
const namesAnAlarm = (alarm: unknown) => alarm === undefined || typeof alarm === 'string';

/** Whether a seal's own leaves give its root, and its own words its hash. */
export function sealIsWhole(seal: UnsignedSeal): boolean {
  return holds(
    () =>
      hasOnly(seal, sealFields) &&
      isNamed(seal, sealId(seal.villageId, seal.day)) &&
      namesAnAlarm(seal.settledAlarm) &&
      seal.leaves.every(looksLikeALeaf) &&
      merkleRoot(seal.leaves.map(leafText)) === seal.root &&
      sealHash(seal) === seal.hash,
  );
}

/** What the newest totals of a quarter say of the newest seal. */
export type SealWitness = { day: string; hash: string };

export type SealRules = {
  fromFirst: boolean;
  witness: SealWitness | null;
  /** No seal is of a later day: clocks differ by less than one. */
  latestDay: string;
  isSigned(seal: Seal): boolean;
};

/** The witnessed seal is the newest: where it is missing its day, else that of the one behind. */
function firstUnwitnessedDay(seals: readonly Seal[], witness: SealWitness): string | null {
  const at = seals.findIndex(({ day, hash }) => day === witness.day && hash === witness.hash);
  if (at === -1) return String(witness.day);
  const behind = seals[at + 1];
  return behind ? String(behind.day) : null;
}

/**
 * The day of the first bad seal, or null: each whole and signed, each chained to the one before,
 * none missing up to the one the witness names and none behind it.
 * @param seals oldest first, without a gap
 * @param fromFirst whether the village's first seal must be the first of them
 * @param witness null where they are older than what it speaks of
 * @param isSigned by the secret, which the domain does not know
 */
export function firstBadSealDay(
  seals: readonly Seal[],
  { fromFirst, witness, latestDay, isSigned }: SealRules,
): string | null {
  let before: Pick<Seal, 'villageId' | 'day' | 'number' | 'hash'> | null = null;
  for (const seal of seals) {
    const number: number = (before?.number ?? 0) + 1;
    const follows: boolean = before
      ? seal.number === number &&
        seal.previousHash === before.hash &&
        seal.villageId === before.villageId &&
        seal.day > before.day
      : !fromFirst || (seal.number === 1 && seal.previousHash === genesisHash);
    const ofItsDay = seal.day <= latestDay;
    if (!follows || !ofItsDay || !sealIsWhole(seal) || !isSigned(seal)) return String(seal.day);
    before = seal;
  }
  return witness && firstUnwitnessedDay(seals, witness);
}

function leafOf(householdId: string, { leaves }: Pick<Seal, 'leaves'>): SealLeaf | undefined {
  return leaves.find((each) => each.householdId === householdId);
}

/** Whether the chain still goes through the head that was sealed; true where none was. */
export function chainKeepsSeal(
  householdId: string,
  entries: readonly Entry[],
  seal: Pick<Seal, 'leaves'>,
): boolean {
  const leaf = leafOf(householdId, seal);
  if (!leaf || leaf.sequence === 0) return true;
  return entries[leaf.sequence - 1]?.hash === leaf.headHash;
}

/**
 * The first entry that no seal vouches for, where a seal is not kept: the one behind the newest
 * sealed head that still stands.
 * @param seals newest first
 */
export function firstUnsealedSequence(
  householdId: string,
  entries: readonly Entry[],
  seals: readonly Pick<Seal, 'leaves'>[],
): number {
  for (const seal of seals) {
    const leaf = leafOf(householdId, seal);
    if (leaf && chainKeepsSeal(householdId, entries, seal)) return leaf.sequence + 1;
  }
  return 1;
}
