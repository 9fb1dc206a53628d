import type { Account } from './ledger-types';
import { spendableOf } from './posting';
import type { DeedRecord } from './types';

/** What stands behind a village's points; amounts in fen, about 100 fen to the point. */
export type Backing = {
  fundsFen: number;
  shops: readonly { villageCount: number; stock: readonly { onHand: number; costFen: number }[] }[];
};

/** A shared shop counts for its villages in equal parts. */
export function stockAtCostFen({ shops }: Backing): number {
  return shops.reduce((total, { villageCount, stock }) => {
    const costFen = stock.reduce((sum, line) => sum + line.onHand * line.costFen, 0);
    return total + costFen / Math.max(1, villageCount);
  }, 0);
}

/** Spendable points that stand in accounts, free or held. */
export function outstandingPoints(
  accounts: readonly Pick<Account, 'spendable' | 'held'>[],
): number {
  return accounts.reduce((total, { spendable, held }) => total + spendable + held, 0);
}

/** How many more spendable points are backed; below zero where too many stand already. */
export function backedPointsLeft(backing: Backing, outstanding: number): number {
  return Math.floor((backing.fundsFen + stockAtCostFen(backing)) / 100) - outstanding;
}

export type Gate = {
  /** Records whose spendable points post in this run. */
  backed: ReadonlySet<string>;
  waiting: number;
};

/**
 * Who gets spendable points in this run: strictly in order, those that waited first. Nobody passes
 * an earlier one because theirs is smaller.
 */
export function passGate(
  waiting: readonly DeedRecord[],
  fresh: readonly DeedRecord[],
  pointsLeft: number,
): Gate {
  const backed = new Set<string>();
  let left = pointsLeft;
  let closed = false;
  let stillWaiting = 0;
  for (const record of [...waiting, ...fresh]) {
    const points = spendableOf(record);
    if (points === 0) continue;
    closed ||= points > left;
    if (closed) {
      stillWaiting += 1;
    } else {
      left -= points;
      backed.add(record.recordId);
    }
  }
  return { backed, waiting: stillWaiting };
}
