import type { Account } from '../../ledger/types';

/** Nothing is spent as long as two have not settled who belongs to the household. */
export function withDispute<Of extends Pick<Account, 'disputed'>>(
  account: Of,
  linkId: string,
  atMs: number,
): Of {
  return { ...account, disputed: [...(account.disputed ?? []), { linkId, atMs }] };
}

/** Settled, or gone: the last one lets the household spend again. */
export function withoutDispute<Of extends Pick<Account, 'disputed'>>(
  account: Of,
  linkId: string,
): Of {
  const { disputed = [], ...rest } = account;
  const left = disputed.filter((each) => each.linkId !== linkId);
  return { ...rest, ...(left.length > 0 && { disputed: left }) } as Of;
}
