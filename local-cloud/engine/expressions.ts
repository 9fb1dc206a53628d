import { evalExpr } from 'mingo/core';
import type { Any, Options } from 'mingo/types';
import { invalidParameter } from './errors';

/** The arguments of an expression, evaluated; a single one need not be a list. */
export function argumentsOf(document: Any, expression: Any, options: Options): unknown[] {
  const value = evalExpr(document, expression, options);
  return Array.isArray(value) ? value : [value];
}

type TextSearch = { text: string; sought: string; from: number; to: number | undefined };

function textSearch(name: string, values: unknown[]): TextSearch | null {
  const [text, sought, from = 0, to] = values;
  if (text === null || text === undefined) return null;
  if (typeof text !== 'string' || typeof sought !== 'string') {
    throw invalidParameter(`${name} needs text to search and text to find`);
  }
  for (const limit of [from, to ?? 0]) {
    if (!Number.isInteger(limit) || (limit as number) < 0) {
      throw invalidParameter(`${name} needs start and end to be whole numbers from 0`);
    }
  }
  return { text, sought, from: from as number, to: to as number | undefined };
}

/** Position of a text in code points, so that Chinese and emoji count as one each. */
export function $indexOfCP(document: Any, expression: Any, options: Options): Any {
  const search = textSearch('$indexOfCP', argumentsOf(document, expression, options));
  if (search === null) return null;
  const points = Array.from(search.text);
  const sought = Array.from(search.sought);
  const end = Math.min(search.to ?? points.length, points.length);
  for (let at = search.from; at + sought.length <= end; at += 1) {
    if (sought.every((point, index) => points[at + index] === point)) return at;
  }
  return -1;
}

/** Position of a text in UTF-8 bytes (mingo counts characters). */
export function $indexOfBytes(document: Any, expression: Any, options: Options): Any {
  const search = textSearch('$indexOfBytes', argumentsOf(document, expression, options));
  if (search === null) return null;
  const bytes = Buffer.from(search.text).subarray(0, search.to);
  if (search.from > bytes.length) return -1;
  return bytes.indexOf(Buffer.from(search.sought), search.from);
}

/** Part of a text by UTF-8 bytes. */
export function $substrBytes(document: Any, expression: Any, options: Options): Any {
  const [text, from, count] = argumentsOf(document, expression, options);
  if (text === null || text === undefined) return '';
  if (typeof from !== 'number' || typeof count !== 'number' || from < 0) {
    throw invalidParameter('$substrBytes needs a start from 0 and a length');
  }
  const bytes = Buffer.from(String(text));
  return bytes.subarray(from, count < 0 ? bytes.length : from + count).toString('utf8');
}

/** Part of a text by code points. */
export function $substrCP(document: Any, expression: Any, options: Options): Any {
  const [text, from, count] = argumentsOf(document, expression, options);
  if (text === null || text === undefined) return '';
  if (typeof from !== 'number' || typeof count !== 'number' || from < 0 || count < 0) {
    throw invalidParameter('$substrCP needs a start and a length from 0');
  }
  return Array.from(String(text))
    .slice(from, from + count)
    .join('');
}

/** Length of a text in code points. */
export function $strLenCP(document: Any, expression: Any, options: Options): Any {
  const [text] = argumentsOf(document, expression, options);
  if (typeof text !== 'string') throw invalidParameter('$strLenCP needs text');
  return Array.from(text).length;
}

/** Cuts decimals off, to a number of places if one is given (mingo demands one). */
export function $trunc(document: Any, expression: Any, options: Options): Any {
  const [value, places = 0] = argumentsOf(document, expression, options);
  if (value === null || value === undefined) return null;
  if (typeof value !== 'number' || typeof places !== 'number') {
    throw invalidParameter('$trunc needs a number');
  }
  const factor = 10 ** places;
  return Math.trunc(value * factor) / factor;
}
