import * as z from 'zod/mini';
import type { Contract } from '../../src/contracts/contract';

/** A part of an input as its JSON schema has it. */
export type Part = {
  type?: string;
  pattern?: string;
  enum?: unknown;
  properties?: Record<string, Part>;
  items?: Part;
  anyOf?: Part[];
};

/** The fields that a contract takes, by name. */
export function fieldsOf({ input }: Contract): Record<string, Part> {
  return (z.toJSONSchema(input, { io: 'input' }) as Part).properties ?? {};
}

/** Whether a person may write there what they like: a text with neither form nor choice. */
export function holdsFreeText({ type, pattern, enum: values, ...inside }: Part): boolean {
  if (type === 'string') return pattern === undefined && values === undefined;
  const { properties = {}, items, anyOf = [] } = inside;
  return [...Object.values(properties), ...(items ? [items] : []), ...anyOf].some(holdsFreeText);
}
