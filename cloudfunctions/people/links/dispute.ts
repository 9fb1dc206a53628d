import type { Account } from '../../../src/domain/ledger/types';
import { withDispute, withoutDispute } from '../../../src/domain/people/links/dispute';
import type { Transaction } from '../../runtime/store/store';

/** On the account, which every order writes: none passes an objection that came before it. */
export async function beginDispute(
  householdId: string,
  linkId: string,
  { tx, nowMs }: { tx: Transaction; nowMs: number },
): Promise<void> {
  const account = await tx.get<Account>('accounts', householdId);
  if (account) tx.set('accounts', householdId, withDispute(account, linkId, nowMs));
}

/** The household may spend again, as far as nothing else stops it. */
export async function endDispute(
  householdId: string,
  linkId: string,
  tx: Transaction,
): Promise<void> {
  const account = await tx.get<Account>('accounts', householdId);
  if (account?.disputed) tx.set('accounts', householdId, withoutDispute(account, linkId));
}
