import { type Binary, EJSON, ObjectId } from 'bson';
import { invalidParameter } from './errors';
import { objectIdOf } from './object-ids';
import { isPlainObject } from './values';

const regexFlags = /[imsu]/g;

function regexOf(value: unknown): RegExp {
  const { pattern, options } = isPlainObject(value) ? value : {};
  if (typeof pattern !== 'string') throw invalidParameter('$regularExpression needs a pattern');
  // A "g" would make the test remember where it stopped; MongoDB does not know it either.
  const flags = (typeof options === 'string' ? options : '').match(regexFlags) ?? [];
  try {
    return new RegExp(pattern, [...new Set(flags)].join(''));
  } catch {
    throw invalidParameter(`$regularExpression is not a valid pattern: ${pattern}`);
  }
}

function dateOf(value: unknown): Date {
  const inner = isPlainObject(value) ? value.$numberLong : value;
  return new Date(
    typeof inner === 'string' && /^-?\d+$/.test(inner) ? Number(inner) : (inner as string | number),
  );
}

function bytesOf(value: unknown): Binary {
  return EJSON.deserialize({ bytes: { $binary: value } } as never).bytes as Binary;
}

function serverDate(value: unknown, nowMs: number): Date {
  const offset = isPlainObject(value) ? value.offset : 0;
  return new Date(nowMs + (typeof offset === 'number' ? offset : 0));
}

/** Values EJSON writes as an object with one key; undefined means: an ordinary object. */
function wrapped(key: string, value: unknown, nowMs: number): unknown {
  switch (key) {
    case '$numberInt':
    case '$numberLong':
    case '$numberDouble':
    case '$numberDecimal':
      return Number(value);
    case '$oid':
      return objectIdOf(String(value));
    case '$date':
      return dateOf(value);
    case '$regularExpression':
      return regexOf(value);
    case '$binary':
      return bytesOf(value);
    case '$undefined':
      return null;
    case '$tcb_server_date':
      return serverDate(decode(value, nowMs), nowMs);
    case '$minKey':
    case '$maxKey':
    case '$timestamp':
    case '$symbol':
    case '$code':
      throw invalidParameter(`Values of type ${key} are not supported here`);
    default:
      return undefined;
  }
}

function decode(value: unknown, nowMs: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1)
      value[index] = decode(value[index], nowMs);
    return value;
  }
  const fields = value as Record<string, unknown>;
  const keys = Object.keys(fields);
  const first = keys[0];
  if (keys.length === 1 && first?.startsWith('$')) {
    const special = wrapped(first, fields[first], nowMs);
    if (special !== undefined) return special;
  }
  for (const key of keys) {
    const item = fields[key];
    if (typeof item !== 'object' || item === null) continue;
    if (key === '__proto__') throw invalidParameter("A field may not be called '__proto__'");
    fields[key] = decode(item, nowMs);
  }
  return fields;
}

/**
 * Reads canonical or relaxed EJSON as the SDK sends it; numbers become JavaScript numbers.
 * @param nowMs what `$tcb_server_date` stands for, milliseconds since the epoch
 * @throws DatabaseError INVALID_PARAM when the text is no EJSON
 */
export function parseEjson(text: string, nowMs: number): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw invalidParameter('The request holds a text that is not EJSON');
  }
  return decode(value, nowMs);
}

/** Whether JSON alone would write it wrongly. */
function needsEjson(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isFinite(value) || Object.is(value, -0);
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(needsEjson);
  if (!isPlainObject(value)) return true;
  for (const key of Object.keys(value)) if (needsEjson(value[key])) return true;
  return false;
}

function withIdsAsText(value: unknown): unknown {
  if (value instanceof ObjectId) return value.toHexString();
  if (Array.isArray(value)) return value.map(withIdsAsText);
  if (!isPlainObject(value)) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, withIdsAsText(item)]);
  return Object.fromEntries(entries);
}

/**
 * Writes what the SDK gets: relaxed EJSON with each ObjectId as its 24 digits. The SDK's own tests
 * expect text there, and out of an ObjectId it would make an empty object.
 */
export function answerEjson(value: unknown): string {
  if (!needsEjson(value)) return JSON.stringify(value);
  return EJSON.stringify(withIdsAsText(value), { relaxed: true });
}

/** Writes relaxed EJSON, which both the SDK and `parseEjson` read back. */
export function stringifyEjson(value: unknown): string {
  // Most documents are plain JSON, and bson's serializer is many times slower.
  return needsEjson(value) ? EJSON.stringify(value, { relaxed: true }) : JSON.stringify(value);
}
