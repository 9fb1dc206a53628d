import { type JsonSchema, valueSchemaOf } from '../../config/run/actions/schema-in-words';
import type { Contract } from '../../src/contracts/contract';
import { eachValue } from '../support/each-value';
import type { FieldLines } from './card';

const below = (path: string, name: string) => (path === '' ? name : `${path}.${name}`);

function leavesOf(schema: JsonSchema, path: string): string[] {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return choices.flatMap((each) => leavesOf(each, path));
  if (schema.type === 'null') return [];
  if (schema.items) return leavesOf(schema.items, `${path}[]`);
  if (!schema.properties) return [path];
  return Object.entries(schema.properties).flatMap(([name, each]) =>
    leavesOf(each, below(path, name)),
  );
}

/** Paths of every field that an action may answer with. */
export function fieldsOf({ value }: Pick<Contract, 'value'>): string[] {
  return [...new Set(leavesOf(valueSchemaOf(value), ''))];
}

/** Paths of the fields that an answer does hold; null says nothing. */
export function fieldsIn(value: unknown): string[] {
  const found = new Set<string>();
  eachValue(value, '', (path, each) => {
    if (each !== null && each !== undefined) found.add(path);
  });
  return [...found];
}

/** The paths that a card's lines name: `records[].points`, `records[].day`. */
export function pathsOf(lines: FieldLines): string[] {
  return lines.flatMap((line) => {
    const [before = '', after] = line.split(': ');
    const words = (after ?? before).split(' ');
    return after === undefined ? words : words.map((word) => below(before, word));
  });
}
