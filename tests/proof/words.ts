import { type JsonSchema, jsonSchemaOf } from '../../config/run/actions/schema-in-words';
import { everyAction } from './cards';

type Text = { path: string; longest: number };

/** Texts without a form that nobody writes: tokens, codes and a secret. */
export const notWritten: Readonly<Record<string, string>> = {
  'people.join.phoneToken': 'made by us',
  'people.ask-to-be-entered.phoneToken': 'made by us',
  'people.accept-invitation.phoneToken': 'made by us',
  'exchange.open-pickup.code': 'made by us',
  'town.found-town.foundingSecret': 'a secret',
};

function textsBelow(schema: JsonSchema, path: string): Text[] {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return choices.flatMap((each) => textsBelow(each, path));
  if (schema.items) return textsBelow(schema.items, `${path}[]`);
  if (schema.properties) {
    return Object.entries(schema.properties).flatMap(([name, each]) =>
      textsBelow(each, path === '' ? name : `${path}.${name}`),
    );
  }
  const isFree = schema.type === 'string' && !schema.pattern && !schema.enum && !schema.const;
  return isFree ? [{ path, longest: schema.maxLength ?? Number.POSITIVE_INFINITY }] : [];
}

/** Commands in whose input people write what they like, and where: `matter.steps[].text`. */
export const everyWritten = everyAction
  .filter(({ kind }) => kind === 'command' || kind === 'run')
  .map((each) => {
    const all = textsBelow(jsonSchemaOf(each.contract.input), '');
    return { ...each, texts: all.filter(({ path }) => !(`${each.name}.${path}` in notWritten)) };
  })
  .filter(({ texts }) => texts.length > 0);
export type Written = (typeof everyWritten)[number];

/** Puts a word at a path, in the first of each list; false where there is no such place. */
export function put(holder: unknown, [name = '', ...rest]: string[], word: string): boolean {
  if (holder === null || typeof holder !== 'object') return false;
  const fields = holder as Record<string, unknown>;
  if (name.endsWith('[]')) {
    const list = fields[name.slice(0, -2)] as unknown[] | undefined;
    if (!list?.length) return false;
    if (rest.length > 0) return list.some((each) => put(each, rest, word));
    list[0] = word;
    return true;
  }
  if (rest.length > 0) return put(fields[name], rest, word);
  fields[name] = word;
  return true;
}

const letter = (index: number) => String.fromCharCode(97 + (index % 26));

/** The input with a word of its own in each text, after it a name where there is room for one. */
export function withWords({ texts }: Written, input: unknown, name = '') {
  const copy = structuredClone(input);
  const words = texts.flatMap(({ path, longest }, index) => {
    const word = `墨q${letter(index)}w`;
    const isNamed = word.length + name.length <= longest;
    const isThere = put(copy, path.split('.'), isNamed ? word + name : word);
    return isThere ? [{ path, word, isNamed }] : [];
  });
  return { input: copy, words };
}
