import * as z from 'zod/mini';
import * as fields from '../../../src/contracts/fields';

/** The part of JSON Schema that contracts come out as. */
export type JsonSchema = {
  type?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  enum?: unknown[];
  const?: unknown;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
};

/** What a caller sends, as JSON Schema. */
export function jsonSchemaOf(schema: z.ZodMiniType): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' }) as JsonSchema & {
    $schema?: string;
  };
  return rest;
}

/** What a caller is answered with, as JSON Schema. */
export function valueSchemaOf(schema: z.ZodMiniType): JsonSchema {
  return z.toJSONSchema(schema, { io: 'output' }) as JsonSchema;
}

const isSchema = (value: unknown): value is z.ZodMiniType =>
  typeof value === 'object' && value !== null && '_zod' in value;

/** Patterns of src/contracts/fields.ts by their names there. */
export const namedPatterns: ReadonlyMap<string, string> = new Map(
  Object.entries(fields).flatMap(([name, value]) => {
    const pattern = isSchema(value) ? jsonSchemaOf(value).pattern : undefined;
    return pattern ? [[pattern, name] as const] : [];
  }),
);

function rangeInWords(low: number | undefined, high: number | undefined): string {
  const least = low !== undefined && Math.abs(low) < Number.MAX_SAFE_INTEGER ? low : undefined;
  const most = high !== undefined && Math.abs(high) < Number.MAX_SAFE_INTEGER ? high : undefined;
  if (least === undefined && most === undefined) return '';
  if (least === undefined) return ` ≤${most}`;
  return most === undefined ? ` ≥${least}` : ` ${least}–${most}`;
}

function objectInWords({ properties = {}, required = [] }: JsonSchema): string {
  const parts = Object.entries(properties).map(([name, schema]) => {
    const mark = required.includes(name) ? '' : '?';
    return `${name}${mark}: ${schemaInWords(schema)}`;
  });
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}

/**
 * A schema on one line: `{ shopId: slug, lines: [{ goodsId: slug, count: integer 1–999 }] 1–10 }`;
 * a question mark for what may be left out.
 */
export function schemaInWords(schema: JsonSchema): string {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return choices.map(schemaInWords).join(' | ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.type === 'object') return objectInWords(schema);
  if (schema.type === 'array') {
    const range = rangeInWords(schema.minItems, schema.maxItems);
    return `[${schemaInWords(schema.items ?? {})}]${range}`;
  }
  if (schema.pattern) return namedPatterns.get(schema.pattern) ?? `/${schema.pattern}/`;
  if (schema.type === 'string') return `text${rangeInWords(schema.minLength, schema.maxLength)}`;
  return `${schema.type ?? 'anything'}${rangeInWords(schema.minimum, schema.maximum)}`;
}
