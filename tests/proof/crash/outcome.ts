import { decodeTime } from 'ulid';
import type { Document, Engine } from '../../../local-cloud/engine';
import type { Envelope } from '../../../src/contracts/contract';
import { documentsOf } from '../../support/town';

/**
 * What may differ between a call that was cut off and taken up again, and one that was not:
 * - `requestId`: every sending is a request of its own;
 * - where the clock went on in between: instants of that while, and the hashes made over them,
 *   whose chains `violationsOf` recomputes.
 */
const differs: ReadonlyMap<string, string> = new Map([
  ['hash', '(hash)'],
  ['previousHash', '(hash)'],
  ['headHash', '(hash)'],
  ['root', '(hash)'],
  ['signature', '(hash)'],
]);

export type While = { fromMs: number; untilMs: number };

type Masking = While & {
  /** Instead of the ids that chance drew meanwhile. */
  named?(text: string): string;
  /** Also where no time passed: they were made over such an id. */
  noHashes?: boolean;
};

function masked(name: string, value: unknown, how: Masking): unknown {
  if (name === 'requestId') return '(request)';
  const { fromMs, untilMs, named = (text) => text, noHashes = false } = how;
  const passed = untilMs > fromMs;
  if ((passed || noHashes) && differs.has(name)) return differs.get(name);
  if (passed && typeof value === 'number' && value >= fromMs && value <= untilMs) return '(now)';
  if (typeof value === 'string') return named(value);
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) {
    const each = value.map((part) => masked('', part, how));
    return name === 'relativeIds' ? each.sort() : each;
  }
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(entries.map(([field, part]) => [field, masked(field, part, how)]));
}

/**
 * Households, members, cards and persons get their ids by chance: those drawn since an instant, by
 * what they are to people.
 */
function drawnSince(engine: Engine, fromMs: number): Map<string, string> {
  const names = new Map<string, string>();
  const add = (id: unknown, name: string) => {
    if (typeof id !== 'string' || !/^[0-9A-HJKMNP-TV-Z]{26}$/.test(id)) return;
    if (decodeTime(id) >= fromMs) names.set(id, name);
  };
  for (const { _id, householdId } of engine.find('household-numbers')) {
    add(householdId, `(household ${_id})`);
  }
  for (const { villageId, number, cardId } of engine.find('households')) {
    add(cardId, `(card of ${villageId}.${number})`);
  }
  for (const { _id, householdId, name } of engine.find('members')) {
    add(_id, `(${name} of ${names.get(String(householdId)) ?? householdId})`);
  }
  for (const { lookUp, personId } of engine.find('persons')) add(personId, `(person at ${lookUp})`);
  return names;
}

/** How often these were written as they stood hangs on how often a run was taken up again. */
const takenUpAgain = ['entry-checks', 'posting-runs'];
const untouched = ({ touched, ...document }: Document) => document;

/** Every document by `collection/id`, as text, without what may differ. */
export type Effects = ReadonlyMap<string, string>;

export function effectsOf(engine: Engine, during: While): Effects {
  const effects = new Map<string, string>();
  const drawn = drawnSince(engine, during.fromMs);
  const drawnId = new RegExp([...drawn.keys()].join('|') || '(?!)', 'g');
  const named = (text: string) => text.replace(drawnId, (id) => drawn.get(id) ?? id);
  for (const [collection, documents] of documentsOf(engine)) {
    for (const document of documents as readonly Document[]) {
      const noHashes = JSON.stringify(document).search(drawnId) >= 0;
      const told = takenUpAgain.includes(collection) ? untouched(document) : document;
      const text = JSON.stringify(masked('', told, { ...during, named, noHashes }));
      effects.set(named(`${collection}/${document._id}`), text);
    }
  }
  return effects;
}

type Parts = Record<string, unknown>;

/** Of the collections whose documents are numbered as they come: what is left without the order. */
const unnumbered: Readonly<Record<string, (document: Parts) => Parts>> = {
  movements: ({ _id, sequence, ...movement }) => movement,
  entries: ({ _id, sequence, after, ...entry }) => entry,
  // Of what was posted: named by the entry.
  messages: ({ _id, messageId, ...message }) => message,
  seals: ({ leaves, ...seal }) => ({
    ...seal,
    leaves: (leaves as Parts[]).map(({ sequence, ...leaf }) => leaf),
  }),
};

/**
 * Of what ends at once, any may come first: movements and entries are then numbered in another
 * order, a seal ends at another entry, a message is named by another, and nothing else differs.
 */
export function inAnyOrder(effects: Effects): Effects {
  const texts = [...effects].map(([name, text]): [string, string] => {
    const change = unnumbered[name.slice(0, name.indexOf('/'))];
    if (!change) return [name, text];
    const left = JSON.stringify(change(JSON.parse(text) as Parts));
    return [name.startsWith('seals/') ? name : `${name.split('.')[0]} ${left}`, left];
  });
  return counted(texts);
}

/** Equal ones are told apart by their number, so that one too many is seen. */
function counted(texts: readonly [string, string][]): Effects {
  const times = new Map<string, number>();
  return new Map(
    texts.map(([name, text]) => {
      const time = (times.get(name) ?? 0) + 1;
      times.set(name, time);
      return [time === 1 ? name : `${name} (${time})`, text];
    }),
  );
}

/** Names of documents that are not the same in both. */
export function differences(left: Effects, right: Effects): string[] {
  const names = new Set([...left.keys(), ...right.keys()]);
  return [...names].filter((name) => left.get(name) !== right.get(name));
}

/** An answer as text, without what may differ; of a job only what it left undone. */
export function answerText(envelope: Envelope<unknown>, isJob: boolean): string {
  if (!envelope.ok) return JSON.stringify(masked('', envelope, { fromMs: 0, untilMs: 0 }));
  const value = isJob ? { left: (envelope.value as { left?: unknown }).left } : envelope.value;
  return JSON.stringify({ ok: true, value });
}
