import { assert, refuse } from '../kernel/refusal';
import { endOfDayMs, wholeDayInWords } from '../kernel/time';
import type { Account, LotShare } from './types';

/** People of a household; children are counted, they eat too. */
export type Heads = { leaving: number; all: number };

/** `40 分用到 2027年12月31日,5 分用到 2028年12月31日`; empty where there is nothing. */
export function sharesInWords(shares: readonly LotShare[]): string {
  const words = shares.map(({ lastDay, points }) => `${points} 分用到 ${wholeDayInWords(lastDay)}`);
  return words.join(',');
}

/** Free points that still count and can be divided, lot by lot; what an order holds is not. */
export function divisible({ lots }: Pick<Account, 'lots'>, atMs: number): LotShare[] {
  return lots
    .filter(({ lastDay, free }) => free > 0 && endOfDayMs(lastDay) > atMs)
    .map(({ lastDay, free }) => ({ lastDay, points: free }));
}

/**
 * What goes along by heads: of each lot the part of those who leave, in whole points. What does not
 * divide stays with the old account.
 */
export function byHeads(
  account: Pick<Account, 'lots'>,
  { leaving, all }: Heads,
  atMs: number,
): LotShare[] {
  assert(leaving > 0 && leaving < all, 'some leave and some stay');
  return divisible(account, atMs)
    .map(({ lastDay, points }) => ({ lastDay, points: Math.floor((points * leaving) / all) }))
    .filter(({ points }) => points > 0);
}

/**
 * A division that people signed still fits the account: only its lots, each once, whole points, no
 * more than are free. It is asked when it is proposed and again when it is carried out.
 * @throws Refusal `division-does-not-fit`
 */
export function mustFitTheAccount(
  account: Pick<Account, 'lots'>,
  shares: readonly LotShare[],
  atMs: number,
): void {
  const there = divisible(account, atMs);
  const seen = new Set<string>();
  for (const { lastDay, points } of shares) {
    const left = there.find((lot) => lot.lastDay === lastDay)?.points ?? 0;
    const isWhole = Number.isSafeInteger(points) && points > 0;
    if (isWhole && points <= left && !seen.has(lastDay)) {
      seen.add(lastDay);
      continue;
    }
    const now = sharesInWords(there) || '没有能分的兑换分';
    refuse(
      'division-does-not-fit',
      `要分走的分数和账上对不上。账上现在能分的:${now}。请照这个数重新商量、重新填。`,
    );
  }
}
