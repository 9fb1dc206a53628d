import type { Random } from '../../../support/random';
import { idOf } from '../../history';

/** What one client wants once: points for a deed, or something for points. */
export type Intent = { id: string; kind: 'award' | 'spend'; points: number };

/** What the client was told in the end. */
export type Told = { intent: Intent; done: boolean };

/** A line of the book as it was committed; spent points are negative. */
export type Row = { intentId: string; points: number };

/** One way of keeping points that clients can call. */
export type Keeper = {
  name: string;
  /** Answers whether it was done; a refusal is an answer too. */
  perform: (intent: Intent) => Promise<boolean>;
  /** Rows in the order of their commits. */
  rows: () => Row[];
  /** What the keeper says the balance is. */
  balance: () => Promise<number>;
};

/** Points a household starts with. */
export const startPoints = 100;
export const priceOfSpend = 10;
const mostAward = 8;

/** What each client wants, one after the other; together they want more than there is. */
export function intentsOf(clients: number, each: number, random: Random): Intent[][] {
  return Array.from({ length: clients }, (_, client) =>
    Array.from({ length: each }, (__, turn) => {
      const id = idOf(1 + client * each + turn);
      if (random.chance(0.5)) return { id, kind: 'spend', points: priceOfSpend };
      return { id, kind: 'award', points: 1 + random.integer(mostAward) };
    }),
  );
}

export type Audit = {
  /** Points a household was told it has, or kept, that are gone. */
  pointsLost: number;
  /** Points that stand twice, or goods that cost nothing. */
  pointsInvented: number;
  /** How far below zero the balance once was. */
  overdrawnBy: number;
  /** How far what the keeper says is from the sum of its own rows. */
  balanceOffBy: number;
};

/** Compares what clients were told with what stands in the book. */
export function auditOf(told: readonly Told[], rows: readonly Row[], balance: number): Audit {
  const counts = new Map<string, number>();
  let sum = startPoints;
  let lowest = sum;
  for (const { intentId, points } of rows) {
    counts.set(intentId, (counts.get(intentId) ?? 0) + 1);
    sum += points;
    lowest = Math.min(lowest, sum);
  }
  let pointsLost = 0;
  let pointsInvented = 0;
  for (const { intent, done } of told) {
    const tooMany = (counts.get(intent.id) ?? 0) - (done ? 1 : 0);
    const goodForHousehold = (intent.kind === 'award') === tooMany > 0;
    if (goodForHousehold) pointsInvented += Math.abs(tooMany) * intent.points;
    else pointsLost += Math.abs(tooMany) * intent.points;
  }
  const balanceOffBy = Math.abs(balance - sum);
  return { pointsLost, pointsInvented, overdrawnBy: Math.max(0, -lowest), balanceOffBy };
}
