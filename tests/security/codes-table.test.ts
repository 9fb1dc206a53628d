import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';
import { allContracts } from '../../src/contracts';
import { slug } from '../../src/contracts/fields';
import { guessableKinds } from './codes-table';

const root = path.resolve(__dirname, '../..');

function sourcesOf(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(path.join(root, folder, name), 'utf8'));
}

type JsonSchema = {
  pattern?: string;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
};

/** What a thing is called stands on walls and in addresses: it is known, not guessed. */
const isName = (name: string, { pattern }: JsonSchema) =>
  name === 'key' && pattern === (z.toJSONSchema(slug) as JsonSchema).pattern;

/** Every field an input may carry that is no name, by its path. */
function fieldsOf(schema: JsonSchema, at: string): string[] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, part]) => [
    ...(isName(name, part) ? [] : [`${at}.${name}`]),
    ...fieldsOf(part, `${at}.${name}`),
  ]);
  const parts = [schema.items, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  return [...own, ...parts.flatMap((part) => (part ? fieldsOf(part, at) : []))];
}

/** Names of fields that carry something to be guessed or forged. */
const telling = /(secret|token|code|pin|passw|key|signature|search|joinRequestId)$/i;

/** What carries such a name and is no secret. */
const searchedByAnyone = ['lists.list-matters.search'];

test('every input field that carries a secret has its row', () => {
  const fields = allContracts.flatMap(({ functionName, action, input }) =>
    fieldsOf(z.toJSONSchema(input, { io: 'input' }) as JsonSchema, `${functionName}.${action}`),
  );
  const rows = guessableKinds.flatMap((kind) => kind.fields);
  expect(fields).toEqual(expect.arrayContaining(rows));
  const found = fields.filter((field) => telling.test(field));
  const known = [...rows, ...searchedByAnyone];
  const unknown = [...new Set(found)].filter((field) => !known.includes(field));
  const whatNext = 'is called like a secret: give it a row in tests/security/codes-table.ts';
  expect(unknown.map((field) => `${field} ${whatNext}, or another name`)).toEqual([]);
  expect(fieldsOf({ properties: { key: { pattern: '^[0-9]{6}$' } } }, 'a')).toEqual(['a.key']);
  expect(telling.test('exchange.pay.cardPin')).toBe(true);
});

test('every key a signature is made with has its row', () => {
  const sources = sourcesOf('cloudfunctions').join('\n');
  const used = [
    ...sources.matchAll(/secret\.(?:sign|signEach|matches|matchesKept|keyIds)\(\s*'([a-z]+)'/g),
  ].map(([, key]) => key);
  const declared = /SecretPurpose =\s+([^;]+);/.exec(sources)?.[1]?.match(/[a-z]+/g) ?? [];
  const rows = guessableKinds.flatMap(({ purpose }) => purpose ?? []).sort();
  expect([...new Set(used)].sort()).toEqual(rows);
  expect([...declared].sort()).toEqual(rows);
});

test('every row says how it is made, how long it is good and how often it may be guessed', () => {
  for (const { what, made, good, guesses } of guessableKinds) {
    expect([what, made, good, guesses].every((words) => words.length > 3)).toBe(true);
  }
});
