import { refuse } from '../kernel/refusal';
import { dayInWords, dayOf } from '../kernel/time';
import { type Account, spendableAt } from '../ledger/ledger';
import type { DeedRecord } from '../records/types';
import { availableOf } from './stock';
import type { Stock } from './types';

/** Points on public notice and the last day of that notice. */
export type Incoming = { points: number; day: string };

/** What may help a household that has too few points. */
export type Outlook = { shelf: readonly Stock[]; incoming: readonly Incoming[] };

export const noOutlook: Outlook = { shelf: [], incoming: [] };

/** Spendable points that post when their notice ends without an upheld objection. */
export function incomingOf(records: readonly DeedRecord[]): Incoming[] {
  return records
    .filter((record) => record.spendable > 0 && record.state === 'on-notice')
    .flatMap(({ spendable, closesAtMs }) =>
      closesAtMs === null ? [] : [{ points: spendable, day: dayOf(closesAtMs - 1) }],
    );
}

/** The dearest thing on the shelf that a purse can pay for; of equals goods before services. */
function affordableFrom(shelf: readonly Stock[], spendable: number): Stock | null {
  const rank = (stock: Stock) => stock.points * 2 + (stock.kind === 'goods' ? 1 : 0);
  return shelf
    .filter((stock) => stock.points <= spendable && availableOf(stock) > 0)
    .reduce<Stock | null>((best, each) => (!best || rank(each) > rank(best) ? each : best), null);
}

/** `等 12月3日 的 3 分入账`: all that is on notice until the nearest day. */
function waitInWords(incoming: readonly Incoming[], nowMs: number): string {
  const today = dayOf(nowMs);
  const day = incoming.map((each) => each.day).sort()[0];
  if (!day || day < today) return '等新的积分入账';
  const points = incoming
    .filter((each) => each.day === day)
    .reduce((sum, each) => sum + each.points, 0);
  return `等 ${dayInWords(day, today)} 的 ${points} 分入账`;
}

/**
 * Says the gap, what can be had now and what is on its way.
 * @throws Refusal `points-not-enough`
 */
export function mustHoldThePoints(
  account: Account,
  points: number,
  { shelf, incoming }: Outlook,
  nowMs: number,
): void {
  const spendable = spendableAt(account, nowMs);
  const missing = points - spendable;
  if (missing <= 0) return;
  const instead = affordableFrom(shelf, spendable);
  const wait = waitInWords(incoming, nowMs);
  const advice = instead
    ? `可以先换 ${instead.points} 分的${instead.name},或${wait}。`
    : `请${wait}再来换。`;
  refuse('points-not-enough', `积分差 ${missing} 分。${advice}`, { missing, spendable });
}
