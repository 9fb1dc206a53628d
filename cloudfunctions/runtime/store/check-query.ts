import { assert } from '../../../src/domain/kernel/refusal';
import { mostPerQuery, type Plain, type Query } from './store';

/**
 * The SDK drops undefined fields and turns `{}` into "matches everything", so a hole in a query
 * would read or change what nobody asked for. Both adapters refuse it, so that tests find it.
 */
export function checkQuery({ where, without, limit }: Query): void {
  const fits = limit >= 1 && limit <= mostPerQuery;
  assert(fits, `a query asks for 1 to ${mostPerQuery} documents`);
  const values = Object.values(where);
  assert(values.length > 0, 'a query names at least one field');
  const isPlain = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value);
  const plain = values.every((value) =>
    Array.isArray(value) ? value.length > 0 && value.every(isPlain) : isPlain(value),
  );
  assert(plain, 'a query compares with plain values only');
  if (!without) return;
  const { field, anyOf } = without;
  assert(!(field in where), 'a query says of a field what it is or what it is not');
  assert(anyOf.length > 0 && anyOf.every(isPlain), 'a query leaves out plain values only');
}

/** An empty id names no document; the SDK would take it for any, or for a new one. */
export function checkId(id: string): void {
  assert(id !== '', 'a document is named by its id');
}

/** How a database says that one of several values will do, or that none may be there. */
export type ListWords = Record<'anyOf' | 'noneOf', (values: readonly Plain[]) => unknown>;

/** What the database is asked for, in its own words. */
export function conditionsOf(
  { where, without }: Query,
  { anyOf, noneOf }: ListWords,
): Record<string, unknown> {
  const conditions = Object.entries(where).map(([field, value]) => {
    return [field, typeof value === 'object' ? anyOf(value) : value];
  });
  if (without) conditions.push([without.field, noneOf(without.anyOf)]);
  return Object.fromEntries(conditions);
}

/** The fields an order goes by, one after the other. */
export function orderingOf({ order }: Query): { field: string; direction: 'asc' | 'desc' }[] {
  if (!order) return [];
  const { field, direction, within } = order;
  return [field, ...(within === undefined ? [] : [within])].map((each) => ({
    field: each,
    direction,
  }));
}
