import { requestFailed } from './errors';
import { compileQuery } from './match';
import type { Fields, Filter } from './types';
import { isPlainObject } from './values';

/** A place in a document where an operator acts: its holder and the key in it. */
export type Place = { holder: Fields | unknown[]; key: string | number };

const digits = /^\d+$/;

export function readPlace({ holder, key }: Place): unknown {
  if (Array.isArray(holder)) return holder[key as number];
  return Object.hasOwn(holder, key) ? holder[key] : undefined;
}

export function writePlace({ holder, key }: Place, value: unknown): void {
  if (!Array.isArray(holder)) {
    Object.defineProperty(holder, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
    return;
  }
  // MongoDB fills the gap with nulls when a list is written past its end.
  while (holder.length < (key as number)) holder.push(null);
  holder[key as number] = value;
}

/** A field goes; an element of a list becomes null, so that the others keep their places. */
export function clearPlace({ holder, key }: Place): void {
  if (!Array.isArray(holder)) delete holder[key];
  else if ((key as number) < holder.length) holder[key as number] = null;
}

/** `$` stands for the first element the query matched; the query must name the list. */
function matchedElement(list: unknown[], path: string, query: Filter): number {
  const criteria: Fields = {};
  for (const key of Object.keys(query)) {
    if (key === path) criteria.element = query[key];
    else if (key.startsWith(`${path}.`)) criteria[`element${key.slice(path.length)}`] = query[key];
  }
  if (Object.keys(criteria).length === 0) {
    throw requestFailed(`The query must name ${path} for the positional operator $`);
  }
  const sought = criteria.element;
  if (isPlainObject(sought) && '$elemMatch' in sought) {
    const matches = compileQuery({ element: sought });
    return list.findIndex((element) => matches({ element: [element] }));
  }
  const matches = compileQuery(criteria);
  return list.findIndex((element) => matches({ element }));
}

type Walk = { path: string; parts: string[]; query: Filter; create: boolean; places: Place[] };

function keysIn(holder: unknown[], part: string, walk: Walk, at: number): number[] {
  if (part === '$[]') return holder.map((_, index) => index);
  if (digits.test(part)) return [Number(part)];
  if (part === '$') {
    const index = matchedElement(holder, walk.parts.slice(0, at).join('.'), walk.query);
    if (index < 0) throw requestFailed(`The query matched no element for ${walk.path}`);
    return [index];
  }
  if (part.startsWith('$[')) {
    throw requestFailed(`Filtered positional operator ${part} is not supported here`);
  }
  throw requestFailed(`Cannot create field '${part}' in the list on the way to ${walk.path}`);
}

function step(holder: Fields | unknown[], at: number, walk: Walk): void {
  const part = walk.parts[at] ?? '';
  const keys = Array.isArray(holder) ? keysIn(holder, part, walk, at) : [part];
  if (!Array.isArray(holder) && part.startsWith('$')) {
    throw requestFailed(`Positional operator needs a list on the way to ${walk.path}`);
  }
  for (const key of keys) {
    const place = { holder, key };
    if (at === walk.parts.length - 1) {
      walk.places.push(place);
      continue;
    }
    const next = readPlace(place);
    if (Array.isArray(next) || isPlainObject(next)) step(next, at + 1, walk);
    else if (next === undefined) {
      if (!walk.create) continue;
      const created: Fields = {};
      writePlace(place, created);
      step(created, at + 1, walk);
    } else if (walk.create) {
      throw requestFailed(
        `Cannot create field on the way to ${walk.path}: '${part}' holds a value`,
      );
    }
  }
}

/**
 * The places a path names. With `create`, missing objects on the way are made; what stands in
 * the way and holds no fields (a number, a text, null) is an error, as in MongoDB.
 */
export function placesAt(document: Fields, path: string, query: Filter, create: boolean): Place[] {
  const walk: Walk = { path, parts: path.split('.'), query, create, places: [] };
  step(document, 0, walk);
  return walk.places;
}
