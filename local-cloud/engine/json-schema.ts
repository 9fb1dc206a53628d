import { invalidParameter } from './errors';
import type { Fields } from './types';
import { isPlainObject, rankOf, sameValue } from './values';

type Check = (value: unknown, operand: unknown, schema: Fields) => boolean;

const typeNames: Record<string, (value: unknown) => boolean> = {
  object: isPlainObject,
  array: Array.isArray,
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  double: (value) => typeof value === 'number',
  int: Number.isInteger,
  long: Number.isInteger,
  integer: Number.isInteger,
  decimal: (value) => typeof value === 'number',
  bool: (value) => typeof value === 'boolean',
  boolean: (value) => typeof value === 'boolean',
  date: (value) => value instanceof Date,
  null: (value) => value === null,
  objectId: (value) => rankOf(value) === 7,
  regex: (value) => value instanceof RegExp,
};

function typeCheck(value: unknown, operand: unknown): boolean {
  const names = Array.isArray(operand) ? operand : [operand];
  return names.some((name) => {
    const test = typeNames[String(name)];
    if (test === undefined) throw invalidParameter(`$jsonSchema does not know type ${name}`);
    return test(value);
  });
}

const onNumber =
  (test: (value: number, operand: number, schema: Fields) => boolean): Check =>
  (value, operand, schema) =>
    typeof value !== 'number' || test(value, Number(operand), schema);
const onText =
  (test: (value: string, operand: unknown) => boolean): Check =>
  (value, operand) =>
    typeof value !== 'string' || test(value, operand);
const onList =
  (test: (value: unknown[], operand: unknown) => boolean): Check =>
  (value, operand) =>
    !Array.isArray(value) || test(value, operand);
const onObject =
  (test: (value: Fields, operand: unknown, schema: Fields) => boolean): Check =>
  (value, operand, schema) =>
    !isPlainObject(value) || test(value, operand, schema);

const schemas = (operand: unknown): Fields[] =>
  (Array.isArray(operand) ? operand : [operand]) as Fields[];
const entries = (operand: unknown): [string, Fields][] =>
  Object.entries(isPlainObject(operand) ? operand : {}) as [string, Fields][];

function additionalProperties(value: Fields, operand: unknown, schema: Fields): boolean {
  if (operand === true) return true;
  const patterns = entries(schema.patternProperties).map(([text]) => new RegExp(text, 'u'));
  const known = new Set(entries(schema.properties).map(([name]) => name));
  const extra = Object.keys(value).filter(
    (key) => !known.has(key) && !patterns.some((pattern) => pattern.test(key)),
  );
  if (operand === false) return extra.length === 0;
  return extra.every((key) => fitsSchema(value[key], operand as Fields));
}

function repeats(values: unknown[]): boolean {
  return values.some((value, index) => values.slice(0, index).some((one) => sameValue(one, value)));
}

const checks: Record<string, Check> = {
  bsonType: typeCheck,
  type: typeCheck,
  enum: (value, operand) => schemas(operand).some((allowed) => sameValue(allowed, value)),
  allOf: (value, operand) => schemas(operand).every((one) => fitsSchema(value, one)),
  anyOf: (value, operand) => schemas(operand).some((one) => fitsSchema(value, one)),
  oneOf: (value, operand) => schemas(operand).filter((one) => fitsSchema(value, one)).length === 1,
  not: (value, operand) => !fitsSchema(value, operand as Fields),
  minimum: onNumber((value, limit, schema) =>
    schema.exclusiveMinimum === true ? value > limit : value >= limit,
  ),
  maximum: onNumber((value, limit, schema) =>
    schema.exclusiveMaximum === true ? value < limit : value <= limit,
  ),
  multipleOf: onNumber((value, step) => value % step === 0),
  minLength: onText((value, limit) => [...value].length >= Number(limit)),
  maxLength: onText((value, limit) => [...value].length <= Number(limit)),
  pattern: onText((value, text) => new RegExp(String(text), 'u').test(value)),
  minItems: onList((value, limit) => value.length >= Number(limit)),
  maxItems: onList((value, limit) => value.length <= Number(limit)),
  uniqueItems: onList((value, wanted) => wanted !== true || !repeats(value)),
  items: onList((value, operand) =>
    Array.isArray(operand)
      ? operand.every((one, at) => at >= value.length || fitsSchema(value[at], one as Fields))
      : value.every((item) => fitsSchema(item, operand as Fields)),
  ),
  required: onObject((value, names) => (names as string[]).every((name) => name in value)),
  minProperties: onObject((value, limit) => Object.keys(value).length >= Number(limit)),
  maxProperties: onObject((value, limit) => Object.keys(value).length <= Number(limit)),
  properties: onObject((value, operand) =>
    entries(operand).every(([name, schema]) => !(name in value) || fitsSchema(value[name], schema)),
  ),
  patternProperties: onObject((value, operand) =>
    entries(operand).every(([text, schema]) => {
      const pattern = new RegExp(text, 'u');
      return Object.keys(value).every(
        (key) => !pattern.test(key) || fitsSchema(value[key], schema),
      );
    }),
  ),
  additionalProperties: onObject(additionalProperties),
};

const silent = new Set(['title', 'description', 'exclusiveMinimum', 'exclusiveMaximum']);

/**
 * Whether a value fits a schema, by the part of JSON Schema draft 4 that MongoDB knows.
 * @throws DatabaseError INVALID_PARAM naming a keyword it does not know
 */
export function fitsSchema(value: unknown, schema: Fields): boolean {
  for (const keyword of Object.keys(schema)) {
    if (silent.has(keyword)) continue;
    const check = checks[keyword];
    if (check === undefined) throw invalidParameter(`$jsonSchema does not know ${keyword}`);
    if (!check(value, schema[keyword], schema)) return false;
  }
  return true;
}
