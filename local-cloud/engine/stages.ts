import { Aggregator } from 'mingo/aggregator';
import { Lazy } from 'mingo/lazy';
import type { Options } from 'mingo/types';
import { invalidParameter } from './errors';
import { sortDocuments } from './sort';
import type { Document, Fields, Order } from './types';
import { isPlainObject } from './values';

type Documents = ReturnType<typeof Lazy>;

/** `{field: 1 | -1}` as orders. */
export function ordersOf(value: unknown): Order[] {
  const entries = isPlainObject(value) ? Object.entries(value) : [];
  if (entries.length === 0) throw invalidParameter('$sort needs fields');
  return entries.map(([field, direction]) => {
    if (direction !== 1 && direction !== -1) {
      throw invalidParameter(`$sort of ${field} needs 1 or -1`);
    }
    return { field, direction: direction === 1 ? 'asc' : 'desc' };
  });
}

/** mingo's own tells missing from null and orders types differently than queries here do. */
function $sort(documents: Documents, value: unknown): Documents {
  const orders = ordersOf(value);
  return documents.transform((all: unknown[]) => Lazy(sortDocuments(all as Document[], orders)));
}

/** mingo's own puts a value that equals a boundary into the bucket below it. */
function $bucket(documents: Documents, value: unknown, options: Options): Documents {
  const { groupBy, boundaries, default: rest, output } = isPlainObject(value) ? value : {};
  if (!Array.isArray(boundaries) || boundaries.length < 2) {
    throw invalidParameter('$bucket needs at least two boundaries');
  }
  const branches = boundaries.slice(1).map((upper: unknown, index) => {
    const lower: unknown = boundaries[index];
    const within = [{ $gte: [groupBy, literal(lower)] }, { $lt: [groupBy, literal(upper)] }];
    return Object.fromEntries([
      ['case', { $and: within }],
      ['then', literal(lower)],
    ]);
  });
  const _id = { $switch: { branches, ...(rest === undefined ? {} : { default: literal(rest) }) } };
  const group = { _id, ...(isPlainObject(output) ? output : { count: { $sum: 1 } }) };
  return new Aggregator([{ $group: group }, { $sort: { _id: 1 } }], options).stream(documents);
}

function literal(value: unknown): Fields {
  return { $literal: value };
}

/** Stages of mingo that differ from MongoDB, mended. */
export const mendedStages = { $sort, $bucket };
