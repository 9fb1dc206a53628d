import { townCatalogue } from '../../../support/catalogue';
import { quarterOf, yearOf } from './days';
import type { ModelUse } from './state';

const items = new Map(townCatalogue.pointItems.map((item) => [item.id, item]));
export type Item = NonNullable<ReturnType<typeof items.get>>;

export const itemOf = (itemId: string): Item | undefined => items.get(itemId);
export const allItems: readonly Item[] = [...items.values()];

export function isOnce(item: Item): boolean {
  return item.caps.some((cap) => cap.period === 'once');
}

/** What is counted in a period: a year, or once in a life. */
export function isOfPeriod({ itemId, day, onceOnly }: ModelUse, period: string): boolean {
  const item = itemOf(itemId);
  if (period === 'once') return item !== undefined && isOnce(item);
  return !onceOnly && day.startsWith(`${period}-`);
}

/** Null where units or a level are missing or wrong. */
export function pointsOf(item: Item, units?: number, levelId?: string): number | null {
  const { standard } = item;
  if (standard.kind === 'fixed') return standard.points;
  if (standard.kind === 'per-unit') {
    const fits = units !== undefined && units >= 1 && units <= standard.maximumUnits;
    return fits ? standard.points * units : null;
  }
  return standard.levels.find((level) => level.id === levelId)?.points ?? null;
}

const inPeriod = {
  month: (left: string, right: string) => left.slice(0, 7) === right.slice(0, 7),
  quarter: (left: string, right: string) =>
    yearOf(left) === yearOf(right) && quarterOf(left) === quarterOf(right),
  year: (left: string, right: string) => yearOf(left) === yearOf(right),
  once: () => true,
};

const sum = (uses: readonly ModelUse[]) => uses.reduce((total, use) => total + use.points, 0);

/**
 * How much of a deed can be spent: what its item's caps leave, and 60 points a quarter and 200 a
 * year in all; what is marked once in a life is outside the quarter. All of it is honour.
 */
export function spendsOf(
  item: Item,
  points: number,
  day: string,
  uses: readonly ModelUse[],
): number {
  if (item.purse === 'honour') return 0;
  const within = (period: keyof typeof inPeriod, some: readonly ModelUse[]) =>
    some.filter((use) => inPeriod[period](use.day, day));
  const own = uses.filter((use) => use.itemId === item.id);
  const byItem = item.caps.flatMap((cap) => {
    const counted = within(cap.period, own);
    const isFull = cap.times !== undefined && counted.length >= cap.times;
    return [isFull ? 0 : points, cap.points === undefined ? points : cap.points - sum(counted)];
  });
  const shared = uses.filter((use) => !itemOf(use.itemId)?.onceInALife);
  const inQuarter = item.onceInALife ? points : 60 - sum(within('quarter', shared));
  const inYear = 200 - sum(within('year', uses));
  return Math.max(0, Math.min(points, inQuarter, inYear, ...byItem));
}
