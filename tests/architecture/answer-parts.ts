import * as z from 'zod/mini';
import type { Contract } from '../../src/contracts/contract';
import { noticeLinesPerPage } from '../../src/contracts/limits';

/** A part of an answer as its JSON schema has it. */
export type AnswerPart = {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  pattern?: string;
  maxLength?: number;
  maxItems?: number;
  properties?: Record<string, AnswerPart>;
  items?: AnswerPart;
  anyOf?: AnswerPart[];
  oneOf?: AnswerPart[];
};

/** The answer of a contract, whole. */
export function answerOf({ value }: Contract): AnswerPart {
  return z.toJSONSchema(value) as AnswerPart;
}

const choicesOf = ({ anyOf = [], oneOf = [] }: AnswerPart) => [...anyOf, ...oneOf];

/** Where an answer holds a list of which nobody says how long it may be: `orders[].lines`. */
export function endlessLists(part: AnswerPart, path = ''): string[] {
  const inside = Object.entries(part.properties ?? {}).flatMap(([name, each]) =>
    endlessLists(each, path === '' ? name : `${path}.${name}`),
  );
  const chosen = choicesOf(part).flatMap((each) => endlessLists(each, path));
  const own = part.type === 'array' && part.maxItems === undefined ? [path] : [];
  const items = part.items ? endlessLists(part.items, `${path}[]`) : [];
  return [...own, ...items, ...inside, ...chosen];
}

/**
 * How many letters a text without a bound of its own really has, by its field. Names come from
 * commands that bound them; sentences are made of such names.
 */
const usualLetters: Readonly<Record<string, number>> = {
  name: 40,
  itemName: 40,
  shopName: 30,
  unit: 6,
  guidance: 150,
  note: 200,
  basis: 120,
  backing: 200,
  says: 120,
  next: 240,
  reason: 200,
};
const otherLetters = 60;

/** Drawn or pictured: measured, not spelled. */
const drawnBytes: Readonly<Record<string, number>> = { svg: 60_000, imageBase64: 200_000 };

/** Ids, days and file ids: as long as their pattern lets them be, for those that are patterns. */
const patternLetters = 45;

function longestText({ pattern, maxLength }: AnswerPart, name: string): string {
  const drawn = drawnBytes[name];
  if (drawn !== undefined) return 'x'.repeat(drawn);
  if (pattern !== undefined) return 'x'.repeat(patternLetters);
  return '户'.repeat(maxLength ?? usualLetters[name] ?? otherLetters);
}

/**
 * Lists within the items of a list that share a bound, which the answer keeps as it is made: a long
 * one leaves the others less (`pageOfNotices`).
 */
const sharedBounds: Readonly<Record<string, { field: string; most: number }>> = {
  notices: { field: 'lines', most: noticeLinesPerPage },
};

function withItsShare(part: AnswerPart, name: string): AnswerPart | undefined {
  const { items, maxItems = 1 } = part;
  const shared = sharedBounds[name];
  const list = shared && items?.properties?.[shared.field];
  if (!shared || !list) return items;
  const share = { ...list, maxItems: Math.ceil(shared.most / maxItems) };
  return { ...items, properties: { ...items?.properties, [shared.field]: share } };
}

const bytesOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value ?? null));
const longest = (values: readonly unknown[]) =>
  values.reduce((most, each) => (bytesOf(each) > bytesOf(most) ? each : most), null);

/** An answer filled to its bounds: every list full, every text long, every choice the longest. */
export function fullest(part: AnswerPart, name = ''): unknown {
  if ('const' in part) return part.const;
  if (part.enum) return longest(part.enum);
  const choices = choicesOf(part);
  if (choices.length > 0) return longest(choices.map((each) => fullest(each, name)));
  if (part.type === 'array') {
    const items = withItsShare(part, name);
    return Array(part.maxItems ?? 0).fill(items ? fullest(items, name) : null);
  }
  if (part.type === 'object') {
    const fields = Object.entries(part.properties ?? {});
    return Object.fromEntries(fields.map(([key, each]) => [key, fullest(each, key)]));
  }
  if (part.type === 'integer' || part.type === 'number') return 1_700_000_000_000;
  return part.type === 'boolean' ? false : part.type === 'null' ? null : longestText(part, name);
}
