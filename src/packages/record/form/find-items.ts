import type { Scheme } from '../../../client/kept-scheme';
import type { PointItem } from '../../../contracts/scheme';

export type FieldOfItems = { id: string; name: string; items: PointItem[] };

type Declarer = PointItem['declarers'][number];

/** The items somebody may put forward, by the plan's eight fields in their order. */
export function itemsByField(scheme: Scheme, declarer: Declarer): FieldOfItems[] {
  const mine = scheme.items.filter((item) => item.declarers.includes(declarer));
  return [...scheme.fields]
    .sort((left, right) => left.order - right.order)
    .map(({ id, name }) => ({ id, name, items: mine.filter((item) => item.fieldId === id) }))
    .filter((field) => field.items.length > 0);
}

export function commonItems(fields: readonly FieldOfItems[]): PointItem[] {
  return fields.flatMap((field) => field.items).filter((item) => item.common);
}
