import type { Random } from '../../support/random';

type Json = unknown;
type Holder = Record<string, Json> | Json[];

const isHolder = (value: Json): value is Holder => value !== null && typeof value === 'object';

function holdersIn(value: Json): Holder[] {
  if (!isHolder(value)) return [];
  return [value, ...Object.values(value).flatMap(holdersIn)];
}

function otherNumber(number: number, random: Random): Json {
  const others = [number + 1, number - 1, -number, number * 2 + 3, String(number), null];
  return random.pick(others.filter((other) => !Object.is(other, number) && !Object.is(other, -0)));
}

function otherText(text: string, random: Random): Json {
  const at = random.integer(Math.max(text.length, 1));
  const flipped = `${text.slice(0, at)}${text[at] === 'a' ? 'b' : 'a'}${text.slice(at + 1)}`;
  return random.pick([flipped, '', `${text} `, text.slice(1), [text], text.length, null]);
}

function otherList(list: Json[], random: Random): Json {
  const at = random.integer(Math.max(list.length, 1));
  const without = list.filter((_, index) => index !== at);
  const kinds = [without, [...list, list[at] ?? 0], random.shuffle(list), [], null, 'x'];
  return random.pick(kinds);
}

function otherValue(value: Json, random: Random): Json {
  if (typeof value === 'number') return otherNumber(value, random);
  if (typeof value === 'string') return otherText(value, random);
  if (typeof value === 'boolean') return !value;
  if (Array.isArray(value)) return otherList(value, random);
  return value === null ? 0 : null;
}

/** Any one field of a document, at any depth, changed, taken away, or a new one put beside. */
export function editAnyField<T extends object>(document: T, random: Random): T {
  const copy = structuredClone(document);
  const holder = random.pick(holdersIn(copy));
  if (Array.isArray(holder)) {
    const at = random.integer(Math.max(holder.length, 1));
    holder[at] = otherValue(holder[at], random);
    return copy;
  }
  const kind = random.integer(10);
  const key = random.pick(Object.keys(holder));
  if (kind === 0)
    holder[random.pick(['note', 'bonus', 'fieldId', 'why'])] ??= random.pick([1, '', [], null]);
  else if (kind === 1) delete holder[key];
  else holder[key] = otherValue(holder[key], random);
  return copy;
}
