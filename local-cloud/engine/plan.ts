import { type Constraint, constraintOn, type Range } from './ranges';
import type { SecondaryIndex } from './secondary-index';
import type { Filter, Order } from './types';

const maximumPrefixes = 64;

/** How an index answers a query: one scan per prefix, merged when the order is wanted. */
export type Plan = {
  index: SecondaryIndex;
  prefixes: unknown[][];
  range: Range | null;
  reverse: boolean;
  /** How the merged scans relate to the wanted order; null: not at all, all must be read. */
  order: PlanOrder | null;
};

/**
 * The first `matched` fields after the prefix follow the wanted order. When `complete` that is
 * the whole order and reading may stop at the limit, else at the end of a group of equal ones.
 */
type PlanOrder = { matched: number; complete: boolean };

type Prefix = { prefixes: unknown[][]; fixed: Set<string> };

function prefixOf(index: SecondaryIndex, constraints: (Constraint | null)[]): Prefix {
  let prefixes: unknown[][] = [[]];
  const fixed = new Set<string>();
  for (const [at, field] of index.fields.entries()) {
    const points = constraints[at]?.points;
    if (!points || prefixes.length * points.length > maximumPrefixes) break;
    prefixes = prefixes.flatMap((prefix) => points.map((point) => [...prefix, point]));
    if (points.length === 1) fixed.add(field.name);
  }
  return { prefixes, fixed };
}

type Direction = PlanOrder & { reverse: boolean };

/** How far an index gives the order, read forwards or backwards; null: not at all. */
function directionFor(
  index: SecondaryIndex,
  from: number,
  fixed: Set<string>,
  orders: Order[],
): Direction | null {
  const wanted = orders.filter((order) => !fixed.has(order.field));
  let reverse: boolean | null = null;
  let matched = 0;
  for (const order of wanted) {
    const at = from + matched;
    const field = index.fields[at];
    // Entries that are equal in every field go by id, ascending.
    const tail = at === index.fields.length && order.field === '_id';
    if (!tail && field?.name !== order.field) break;
    const backwards = (order.direction === 'asc') !== (tail || field?.sign === 1);
    if (reverse !== null && reverse !== backwards) break;
    reverse = backwards;
    if (tail) return { reverse, matched, complete: true };
    matched += 1;
    if (order.field === '_id') return { reverse, matched, complete: true };
  }
  if (wanted.length > 0 && matched === 0) return null;
  return { reverse: reverse ?? false, matched, complete: matched === wanted.length };
}

type Candidate = { plan: Plan; score: number };

function candidateFor(index: SecondaryIndex, query: Filter, orders: Order[]): Candidate {
  const constraints = index.fields.map((field) =>
    constraintOn(query, field.name, index.holdsLists),
  );
  const { prefixes, fixed } = prefixOf(index, constraints);
  const depth = prefixes[0]?.length ?? 0;
  const none = prefixes.length === 0;
  const range = index.holdsLists ? null : (constraints[depth]?.range ?? null);
  const direction = index.holdsLists ? null : directionFor(index, depth, fixed, orders);
  const useful = orders.length > 0 && direction !== null ? (direction.complete ? 4 : 3) : 0;
  const score = (none ? 1000 : depth * 10) + (range ? 5 : 0) + useful;
  return {
    plan: {
      index,
      prefixes,
      range: none ? null : range,
      reverse: direction?.reverse ?? false,
      order: direction,
    },
    score: score > 0 ? score - prefixes.length / 100 : 0,
  };
}

/** The best index for a query, or null when none serves it at all. */
export function choosePlan(
  indexes: Iterable<SecondaryIndex>,
  query: Filter,
  orders: Order[],
): Plan | null {
  let best: Candidate | null = null;
  for (const index of indexes) {
    const candidate = candidateFor(index, query, orders);
    if (candidate.score > 0 && candidate.score > (best?.score ?? 0)) best = candidate;
  }
  return best?.plan ?? null;
}
