import { Types } from 'mongoose';

const objectIdText = /^[0-9a-f]{24}$/;

type Fields = Record<string, unknown>;

function mapped(value: unknown, leaf: (value: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => mapped(item, leaf));
  const changed = leaf(value);
  if (changed !== value || typeof value !== 'object' || value === null) return changed;
  if (value instanceof Date) return value;
  const copy: Fields = {};
  for (const [key, item] of Object.entries(value)) {
    if (item !== undefined) copy[key] = mapped(item, leaf);
  }
  return copy;
}

/** The engine's ids are text; 24 hexadecimal digits keep an ObjectId's order of time. */
export function toEngine<T>(value: T): T {
  return mapped(value, (one) => (one instanceof Types.ObjectId ? one.toHexString() : one)) as T;
}

/** Back from the engine: what looks like an ObjectId was one. */
export function fromEngine<T>(value: T): T {
  return mapped(value, (one) =>
    typeof one === 'string' && objectIdText.test(one) ? new Types.ObjectId(one) : one,
  ) as T;
}
