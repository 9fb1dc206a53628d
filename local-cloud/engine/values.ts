import { ObjectId } from 'bson';

const rankNull = 1;
const rankNumber = 2;
const rankText = 3;
const rankObject = 4;
const rankArray = 5;
const rankObjectId = 7;
const rankBoolean = 8;
const rankDate = 9;
const rankRegex = 11;
const rankOther = 12;

/** MongoDB's order of types: null, numbers, text, objects, arrays, ids, booleans, dates. */
export function rankOf(value: unknown): number {
  switch (typeof value) {
    case 'string':
      return rankText;
    case 'number':
    case 'bigint':
      return rankNumber;
    case 'boolean':
      return rankBoolean;
    case 'undefined':
      return rankNull;
  }
  if (value === null) return rankNull;
  if (Array.isArray(value)) return rankArray;
  if (value instanceof Date) return rankDate;
  if (value instanceof ObjectId) return rankObjectId;
  if (value instanceof RegExp) return rankRegex;
  return isPlainObject(value) ? rankObject : rankOther;
}

/** True for what JSON calls an object, false for dates, ids, expressions and lists. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype = Object.getPrototypeOf(value);
  // Compared by shape too: a test runner's sandbox has its own Object.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function compareNumbers(left: number, right: number): number {
  if (left < right) return -1;
  if (left > right) return 1;
  if (left === right) return 0;
  // NaN sorts before every number and equals itself, as in MongoDB.
  return Number.isNaN(left) ? (Number.isNaN(right) ? 0 : -1) : 1;
}

function compareTexts(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function compareLists(left: unknown[], right: unknown[]): number {
  const shared = Math.min(left.length, right.length);
  for (let index = 0; index < shared; index += 1) {
    const order = compareValues(left[index], right[index]);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function compareObjects(left: Record<string, unknown>, right: Record<string, unknown>): number {
  const leftKeys = Object.keys(left);
  const rightKeys = Object.keys(right);
  const shared = Math.min(leftKeys.length, rightKeys.length);
  for (let index = 0; index < shared; index += 1) {
    const leftKey = leftKeys[index] ?? '';
    const rightKey = rightKeys[index] ?? '';
    const order =
      rankOf(left[leftKey]) - rankOf(right[rightKey]) ||
      compareTexts(leftKey, rightKey) ||
      compareValues(left[leftKey], right[rightKey]);
    if (order !== 0) return order;
  }
  return leftKeys.length - rightKeys.length;
}

/** Total order over stored values: MongoDB's, with missing treated as null. */
export function compareValues(left: unknown, right: unknown): number {
  if (left === right) return 0;
  if (typeof left === 'string' && typeof right === 'string') return compareTexts(left, right);
  if (typeof left === 'number' && typeof right === 'number') return compareNumbers(left, right);
  const rank = rankOf(left);
  const difference = rank - rankOf(right);
  if (difference !== 0) return difference;
  switch (rank) {
    case rankNull:
      return 0;
    case rankObject:
      return compareObjects(left as Record<string, unknown>, right as Record<string, unknown>);
    case rankArray:
      return compareLists(left as unknown[], right as unknown[]);
    case rankBoolean:
    case rankNumber:
    case rankDate:
      return compareNumbers(Number(left), Number(right));
    default:
      return compareTexts(String(left), String(right));
  }
}

export function sameValue(left: unknown, right: unknown): boolean {
  return left === right || compareValues(left, right) === 0;
}

/** Whether an index can be asked for exactly this value. */
export function isScalar(value: unknown): boolean {
  const rank = rankOf(value);
  return rank !== rankObject && rank !== rankArray && rank !== rankRegex && rank !== rankOther;
}

/** Deep copy: stored documents are never shared with callers. */
export function cloneValue<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(cloneValue) as T;
  if (value instanceof Date) return new Date(value.getTime()) as T;
  if (!isPlainObject(value)) return value;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const item = value[key];
    if (item === undefined) continue;
    if (key === '__proto__') {
      Object.defineProperty(copy, key, { value: cloneValue(item), enumerable: true });
    } else {
      copy[key] = cloneValue(item);
    }
  }
  return copy as T;
}
