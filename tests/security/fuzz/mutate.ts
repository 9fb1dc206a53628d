import type { Random } from '../../support/random';
import {
  canary,
  hostileDay,
  hostileNames,
  hostileNumber,
  hostileText,
  hostileValue,
} from './hostile';

type Holder = Record<string, unknown> | unknown[];
type Leaf = { holder: Holder; key: string };

const isHolder = (value: unknown): value is Holder => typeof value === 'object' && value !== null;

/** Every field at any depth, as far as an honest event goes. */
function fieldsOf(value: unknown, depth = 0): Leaf[] {
  if (!isHolder(value) || depth > 6) return [];
  const keys = Object.keys(value).slice(0, 50);
  return keys.flatMap((key) => {
    const inner = (value as Record<string, unknown>)[key];
    return [{ holder: value, key }, ...fieldsOf(inner, depth + 1)];
  });
}

const read = ({ holder, key }: Leaf) => (holder as Record<string, unknown>)[key];

/** Own fields even where the name is `__proto__`, as a parser of JSON makes them. */
function write({ holder, key }: Leaf, value: unknown): void {
  const field = { value, enumerable: true, configurable: true, writable: true };
  Object.defineProperty(holder, key, field);
}

/** What the town holds that others own: ids to put where one’s own belong. */
export type Known = { ids: readonly string[]; actions: readonly string[] };
type Mutation = (event: Holder, random: Random, known: Known) => void;

function atSomeField(change: (leaf: Leaf, random: Random, known: Known) => void): Mutation {
  return (event, random, known) => {
    const fields = fieldsOf(event);
    if (fields.length > 0) change(random.pick(fields), random, known);
  };
}

/** Keeps the kind of what stood there, so that rules behind the shape are reached. */
function near(leaf: Leaf, random: Random, known: Known): void {
  const value = read(leaf);
  if (typeof value === 'number') {
    write(leaf, random.chance(0.6) ? value + random.integer(5) - 2 : hostileNumber(random));
  } else if (typeof value === 'boolean') {
    write(leaf, !value);
  } else if (typeof value !== 'string') {
    write(leaf, hostileValue(random));
  } else if (/^\d{4}-\d\d-\d\d$/.test(value)) {
    write(leaf, hostileDay(random));
  } else if (/^[\w:/.-]+$/.test(value) && random.chance(0.7)) {
    write(leaf, random.pick(known.ids));
  } else {
    const at = random.integer(value.length + 1);
    write(leaf, value.slice(0, at) + hostileText(random) + value.slice(at));
  }
}

function remove({ holder, key }: Leaf): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
}

function double({ holder, key }: Leaf): void {
  if (Array.isArray(holder)) holder.push(holder[Number(key)]);
  else write({ holder, key: `${key}2` }, holder[key]);
}

const addField: Mutation = (event, random) => {
  const holders = [event, ...fieldsOf(event).map(read).filter(isHolder)];
  const holder = random.pick(holders.filter((each) => !Array.isArray(each)));
  if (holder) write({ holder, key: random.pick(hostileNames) }, hostileValue(random));
};

/** Every text a person typed, made the canary; ids and words of the contract stay. */
const plantCanaries: Mutation = (event) => {
  for (const leaf of fieldsOf(event)) {
    const value = read(leaf);
    if (typeof value === 'string' && /\p{Script=Han}/u.test(value)) write(leaf, canary);
  }
};

const addTexts: Mutation = (event, random) => {
  const { input } = event as { input?: unknown };
  if (!isHolder(input) || Array.isArray(input)) return;
  write({ holder: input, key: random.pick(['note', 'reason', 'search', 'name']) }, canary);
};

const otherAction: Mutation = (event, random, { actions }) => {
  const name = random.chance(0.5) ? random.pick(actions) : hostileValue(random);
  write({ holder: event, key: 'action' }, name);
};

const mutations: readonly Mutation[] = [
  atSomeField((leaf, random) => write(leaf, hostileValue(random))),
  atSomeField((leaf, random) => write(leaf, hostileValue(random))),
  atSomeField(near),
  atSomeField(near),
  atSomeField(near),
  atSomeField(remove),
  atSomeField(double),
  atSomeField((leaf) => write(leaf, [read(leaf)])),
  atSomeField((leaf) => write(leaf, { value: read(leaf) })),
  addField,
  addField,
  plantCanaries,
  addTexts,
  otherAction,
];

/** Over the wire nothing is left but JSON; what cannot be written there is sent as it is. */
function overTheWire(event: unknown): unknown {
  try {
    const text = JSON.stringify(event);
    return text === undefined ? null : JSON.parse(text);
  } catch {
    return event;
  }
}

const dayMs = 86_400_000;
/** Words of the contracts: one of them where another belongs is of the right shape. */
const words = [
  ...['bought-in', 'damaged', 'lost', 'counted', 'goods', 'service', 'own', 'merchant', 'shared'],
  ...['resident', 'cadre', 'panel', 'supervisor', 'keeper', 'town-admin', 'recorded-by-me'],
  ...['to-check', 'to-cosign', 'to-review', 'review-late', 'to-notice', 'objections', 'village'],
  ...['donation', 'spent-on-goods', 'bridging-funds', 'certificate', 'negative', 'soap', 'towel'],
];

/** Still the right shape: what the rules themselves have to refuse. */
const gentle = atSomeField((leaf, random, known) => {
  const value = read(leaf);
  if (typeof value === 'number') write(leaf, random.pick([-1, 1]) * random.integer(60));
  else if (typeof value === 'boolean') write(leaf, !value);
  else if (typeof value !== 'string') return;
  else if (/^\d{4}-\d\d-\d\d$/.test(value)) {
    const ms = Date.parse(value) + (random.integer(800) - 400) * dayMs;
    write(leaf, new Date(ms).toISOString().slice(0, 10));
  } else if (leaf.key === 'action' || leaf.key === 'commandId') return;
  else if (/^[\w-]+$/.test(value)) {
    write(leaf, random.pick(random.chance(0.5) ? known.ids : words));
  } else if (/\p{Script=Han}/u.test(value)) write(leaf, canary);
});

/** An event made from a valid one: up to three things wrong with it, or nothing but its sender. */
export function mutated(valid: object, random: Random, known: Known): unknown {
  if (random.chance(0.02)) return hostileValue(random);
  const event = structuredClone(valid) as Holder;
  const times = random.pick([0, 1, 1, 1, 2, 3]);
  const isGentle = random.chance(0.4);
  for (let time = 0; time < times; time += 1) {
    const mutation = isGentle ? gentle : random.pick(mutations);
    mutation(event, random, known);
  }
  return random.chance(0.75) ? overTheWire(event) : event;
}
