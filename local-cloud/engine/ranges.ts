import type { Filter } from './types';
import { compareValues, isPlainObject, isScalar, rankOf, sameValue } from './values';

/** One end of a range; without `value` it is the end of all values of that type. */
export type Edge = { rank: number; value?: unknown; inclusive: boolean };
export type Range = { low: Edge; high: Edge };
/** What a query demands of one field: a range, and the exact values when it names them. */
export type Constraint = { range: Range; points: unknown[] | null };

export function isBelow(value: unknown, edge: Edge): boolean {
  const rank = rankOf(value);
  if (rank !== edge.rank) return rank < edge.rank;
  if (!('value' in edge)) return false;
  const order = compareValues(value, edge.value);
  return order < 0 || (order === 0 && !edge.inclusive);
}

export function isAbove(value: unknown, edge: Edge): boolean {
  const rank = rankOf(value);
  if (rank !== edge.rank) return rank > edge.rank;
  if (!('value' in edge)) return false;
  const order = compareValues(value, edge.value);
  return order > 0 || (order === 0 && !edge.inclusive);
}

function pointsOf(values: unknown[]): Constraint | null {
  if (!values.every(isScalar)) return null;
  const points: unknown[] = [];
  for (const value of [...values].sort(compareValues)) {
    const last = points[points.length - 1];
    if (points.length === 0 || !sameValue(last, value)) points.push(value ?? null);
  }
  const first = points[0];
  const last = points[points.length - 1];
  return {
    points,
    range: {
      low: { rank: rankOf(first), value: first, inclusive: true },
      high: { rank: rankOf(last), value: last, inclusive: true },
    },
  };
}

function fromOperator(operator: string, value: unknown): Constraint | null {
  if (operator === '$eq') return pointsOf([value]);
  if (operator === '$in') return Array.isArray(value) ? pointsOf(value) : null;
  if (!isScalar(value) || value === null || value === undefined) return null;
  const rank = rankOf(value);
  const whole = { rank, inclusive: true };
  switch (operator) {
    case '$gt':
    case '$gte':
      return {
        points: null,
        range: { low: { rank, value, inclusive: operator === '$gte' }, high: whole },
      };
    case '$lt':
    case '$lte':
      return {
        points: null,
        range: { low: whole, high: { rank, value, inclusive: operator === '$lte' } },
      };
    default:
      return null;
  }
}

/** Which of two low edges starts earlier (negative: left). */
function compareLow(left: Edge, right: Edge): number {
  if (left.rank !== right.rank) return left.rank - right.rank;
  if (!('value' in left) || !('value' in right)) {
    return Number('value' in left) - Number('value' in right);
  }
  const order = compareValues(left.value, right.value);
  return order !== 0 ? order : Number(right.inclusive) - Number(left.inclusive);
}

function compareHigh(left: Edge, right: Edge): number {
  if (left.rank !== right.rank) return left.rank - right.rank;
  if (!('value' in left) || !('value' in right)) {
    return Number('value' in right) - Number('value' in left);
  }
  const order = compareValues(left.value, right.value);
  return order !== 0 ? order : Number(left.inclusive) - Number(right.inclusive);
}

function intersect(left: Constraint, right: Constraint): Constraint {
  const low = compareLow(left.range.low, right.range.low) > 0 ? left.range.low : right.range.low;
  const high =
    compareHigh(left.range.high, right.range.high) < 0 ? left.range.high : right.range.high;
  const points = left.points ?? right.points;
  const kept = points?.filter((point) => !isBelow(point, low) && !isAbove(point, high)) ?? null;
  const other = left.points === null ? null : right.points;
  const both = other
    ? (kept?.filter((point) => other.some((value) => sameValue(point, value))) ?? null)
    : kept;
  return { range: { low, high }, points: both };
}

function hull(left: Constraint, right: Constraint): Constraint {
  const joined = left.points && right.points ? pointsOf([...left.points, ...right.points]) : null;
  if (joined !== null) return joined;
  return {
    points: null,
    range: {
      low: compareLow(left.range.low, right.range.low) < 0 ? left.range.low : right.range.low,
      high: compareHigh(left.range.high, right.range.high) > 0 ? left.range.high : right.range.high,
    },
  };
}

function fromExpression(expression: unknown, onlyOne: boolean): Constraint | null {
  if (isScalar(expression)) return pointsOf([expression]);
  if (!isPlainObject(expression)) return null;
  let found: Constraint | null = null;
  for (const operator of Object.keys(expression)) {
    const one = fromOperator(operator, expression[operator]);
    if (one === null) continue;
    if (found !== null && onlyOne) return found;
    found = found === null ? one : intersect(found, one);
  }
  return found;
}

/**
 * What every matching document must satisfy on `field`, or null when the query says nothing.
 * @param onlyOne for fields that hold lists: two demands may be met by two elements, so
 *   they must not be intersected
 */
export function constraintOn(query: Filter, field: string, onlyOne: boolean): Constraint | null {
  let found: Constraint | null = null;
  for (const key of Object.keys(query)) {
    const parts: (Constraint | null)[] = [];
    const value = query[key];
    if (key === field) parts.push(fromExpression(value, onlyOne));
    else if (key === '$and' && Array.isArray(value)) {
      for (const branch of value) {
        parts.push(isPlainObject(branch) ? constraintOn(branch, field, onlyOne) : null);
      }
    } else if (key === '$or' && Array.isArray(value) && value.length > 0) {
      const branches = value.map((branch) =>
        isPlainObject(branch) ? constraintOn(branch, field, onlyOne) : null,
      );
      const known = branches.filter((branch) => branch !== null);
      if (known.length === branches.length) parts.push(known.reduce(hull));
    }
    for (const part of parts) {
      if (part === null) continue;
      if (found !== null && onlyOne) return found;
      found = found === null ? part : intersect(found, part);
    }
  }
  return found;
}

/** Field names a query or an order speaks of, for the log of unindexed queries. */
export function fieldsOf(query: Filter): string[] {
  const names = new Set<string>();
  for (const key of Object.keys(query)) {
    const value = query[key];
    if (!key.startsWith('$')) names.add(key);
    else if (Array.isArray(value)) {
      for (const branch of value) {
        if (isPlainObject(branch)) for (const name of fieldsOf(branch)) names.add(name);
      }
    }
  }
  return [...names];
}
