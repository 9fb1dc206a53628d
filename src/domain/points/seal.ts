import { merkleRoot } from '../kernel/hash';
import type { Account, Entry } from './ledger-types';
import type { Seal, SealLeaf } from './types';

/** Text of a leaf: household, sequence and head hash, so that all three are sealed. */
export function leafText({ householdId, sequence, headHash }: SealLeaf): string {
  return `${householdId}\n${sequence}\n${headHash}`;
}

export function sealId(villageId: string, day: string): string {
  return `${villageId}.${day}`;
}

/** Seals a village's day: Merkle root (RFC 6962 §2.1) over its account heads by householdId. */
export function sealAccounts(
  villageId: string,
  day: string,
  accounts: readonly Pick<Account, 'householdId' | 'sequence' | 'headHash'>[],
  nowMs: number,
): Seal {
  const leaves = accounts
    .map(({ householdId, sequence, headHash }) => ({ householdId, sequence, headHash }))
    .sort((left, right) => (left.householdId < right.householdId ? -1 : 1));
  return { villageId, day, root: merkleRoot(leaves.map(leafText)), leaves, sealedAtMs: nowMs };
}

/** Whether a seal's own leaves give its root. */
export function sealIsWhole(seal: Seal): boolean {
  return merkleRoot(seal.leaves.map(leafText)) === seal.root;
}

/** Whether the chain still goes through the head that was sealed; true where none was. */
export function chainKeepsSeal(
  householdId: string,
  entries: readonly Entry[],
  seal: Pick<Seal, 'leaves'>,
): boolean {
  const leaf = seal.leaves.find((each) => each.householdId === householdId);
  if (!leaf || leaf.sequence === 0) return true;
  return entries[leaf.sequence - 1]?.hash === leaf.headHash;
}

/**
 * The first entry that no seal vouches for, where the newest seal is not kept: the one behind the
 * newest sealed head that still stands.
 * @param seals newest first
 */
export function firstUnsealedSequence(
  householdId: string,
  entries: readonly Entry[],
  seals: readonly Pick<Seal, 'leaves'>[],
): number {
  for (const seal of seals) {
    const leaf = seal.leaves.find((each) => each.householdId === householdId);
    if (leaf && chainKeepsSeal(householdId, entries, seal)) return leaf.sequence + 1;
  }
  return 1;
}
