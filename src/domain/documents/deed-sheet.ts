import type { PointItem } from '../../contracts/scheme';
import { refuse } from '../kernel/refusal';
import { itemOf, mustBeOpenToTheDeclarer } from '../records/declare';
import type { Scheme } from '../scheme/types';
import { mayStandOnASheet } from './sheet-items';
import type { Edition } from './types';

/**
 * The items whose boxes a sheet has, in the order asked for, each once.
 * @throws Refusal `item-not-found`, `item-not-for-you`, `item-not-on-paper`
 */
export function itemsForASheet(scheme: Scheme, itemIds: readonly string[]): PointItem[] {
  return [...new Set(itemIds)].map((itemId) => {
    const item = itemOf(scheme, itemId);
    mustBeOpenToTheDeclarer(item, true);
    if (!mayStandOnASheet(item)) {
      const why = `“${item.name}”是不公开的事,不能写在别人看得到的纸上`;
      refuse('item-not-on-paper', `${why}。请去掉这一项,在手机上单独记。`);
    }
    return item;
  });
}

/** A sheet is good in the year it was printed, while the scheme still has what stands on it. */
export function isSheetGood({ day, sheet }: Edition, scheme: Scheme, today: string): boolean {
  const ofThisYear = day.slice(0, 4) === today.slice(0, 4);
  const itemIds = scheme.items.map(({ id }) => id);
  return ofThisYear && (sheet?.itemIds.every((id) => itemIds.includes(id)) ?? false);
}
