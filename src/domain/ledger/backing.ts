import type { Stock } from '../exchange/types';
import type { DeedRecord } from '../records/types';
import type { Fund, Shop } from '../town/types';
import type { Account } from './types';

type StockLine = Pick<Stock, 'valueFen' | 'handedOutFen' | 'lostFen'>;
export type Shelf = Pick<Shop, 'villageIds'> & { stock: readonly StockLine[] };

/** What stands behind a village's points; amounts in fen, about 100 fen to the point. */
export type Backing = {
  fundsFen: number;
  /** Goods on the village's shelves, at what they cost when they came. */
  stockFen: number;
  /** Money booked as spent on goods, less what all that is gone from the shelves had cost. */
  paidFen: number;
};

/** A shared shop counts for its villages in equal parts. */
function ofShelves(shelves: readonly Shelf[], fenOf: (line: StockLine) => number): number {
  return shelves.reduce((total, { villageIds, stock }) => {
    const fen = stock.reduce((sum, line) => sum + fenOf(line), 0);
    return total + fen / Math.max(1, villageIds.length);
  }, 0);
}

/** @param shelves of the village's shops; those of others count for nothing */
export function backingOf(
  fund: Pick<Fund, 'villageId' | 'balanceFen' | 'spentOnGoodsFen'>,
  shelves: readonly Shelf[],
): Backing {
  const ours = shelves.filter(({ villageIds }) => villageIds.includes(fund.villageId));
  const goneFen = ofShelves(ours, (line) => line.handedOutFen + Math.max(0, line.lostFen));
  return {
    fundsFen: fund.balanceFen,
    stockFen: ofShelves(ours, ({ valueFen }) => valueFen),
    paidFen: fund.spentOnGoodsFen - goneFen,
  };
}

/**
 * Goods back points up to the money booked for them: what a shop counts and prices alone backs
 * nothing beyond what the town has paid.
 */
export function goodsThatBackFen({ stockFen, paidFen }: Backing): number {
  return Math.max(0, Math.min(stockFen, paidFen));
}

/** Spendable points that stand in accounts, free or held. */
export function outstandingPoints(
  accounts: readonly Pick<Account, 'spendable' | 'held'>[],
): number {
  return accounts.reduce((total, { spendable, held }) => total + spendable + held, 0);
}

/** How many more spendable points are backed; below zero where too many stand already. */
export function backedPointsLeft(backing: Backing, outstanding: number): number {
  return Math.floor((backing.fundsFen + goodsThatBackFen(backing)) / 100) - outstanding;
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
    const points = record.spendable;
    // A torn record is no number of points: it must not open the gate for those behind it.
    if (!Number.isSafeInteger(points) || points <= 0) continue;
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
