import { chainLeadsOn, genesisHash, type Head } from '../ledger/chain';
import type { Account, Entry } from '../ledger/types';
import type { Seal, SealLeaf } from './types';

type Sealed = Pick<Seal, 'villageId' | 'leaves'>;

/** A forged account may hold anything where its head belongs. */
function hasAHead({ householdId, villageId, sequence, headHash }: Head): boolean {
  const types = [typeof householdId, typeof villageId, typeof headHash].join(' ');
  return types === 'string string string' && Number.isSafeInteger(sequence) && sequence >= 0;
}

/** What was sealed of a household; of one that came since, the beginning of its chain. */
function sealedHead(householdId: string, { villageId, leaves }: Sealed): Head {
  const leaf = leaves.find((each) => each.householdId === householdId);
  const { sequence, headHash }: Omit<SealLeaf, 'householdId'> = leaf ?? {
    ...{ sequence: 0, headHash: genesisHash },
  };
  return { householdId, villageId, sequence, headHash };
}

function mayHaveGrown(from: Head, account: Head): boolean {
  if (!hasAHead(account) || account.sequence < from.sequence) return false;
  return account.sequence > from.sequence || account.headHash === from.headHash;
}

/**
 * Households whose account alone contradicts the seal before: gone, there twice, turned back, with
 * another head at the sealed place, or with none at all.
 */
export function headsNotKept(sealed: Sealed, accounts: readonly Account[]): string[] {
  const names = accounts.map(({ householdId }) => String(householdId));
  const gone = sealed.leaves.filter(({ householdId }) => !names.includes(householdId));
  const twice = names.filter((name, at) => names.indexOf(name) !== at);
  const changed = accounts.filter(
    (account) => !mayHaveGrown(sealedHead(String(account.householdId), sealed), account),
  );
  const all = [...gone, ...changed].map(({ householdId }) => String(householdId));
  return [...new Set([...all, ...twice])].sort();
}

/**
 * Households whose chain does not go on from the head sealed before to that of their account.
 * @param entries every entry behind the sealed heads, in any order
 */
export function chainsNotKept(
  sealed: Sealed,
  accounts: readonly Account[],
  entries: readonly Entry[],
): string[] {
  const byHousehold = new Map<string, Entry[]>();
  for (const entry of entries) {
    byHousehold.set(entry.householdId, [...(byHousehold.get(entry.householdId) ?? []), entry]);
  }
  const broken = accounts.filter((account) => {
    const own = byHousehold.get(account.householdId) ?? [];
    const inOrder = [...own].sort((left, right) => left.sequence - right.sequence);
    return !chainLeadsOn(sealedHead(account.householdId, sealed), inOrder, account);
  });
  return broken.map(({ householdId }) => householdId).sort();
}
