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

function masked(name: string, value: unknown, { fromMs, untilMs }: While): unknown {
  if (name === 'requestId') return '(request)';
  const passed = untilMs > fromMs;
  if (passed && differs.has(name)) return differs.get(name);
  if (passed && typeof value === 'number' && value >= fromMs && value <= untilMs) return '(now)';
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((each) => masked('', each, { fromMs, untilMs }));
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(
    entries.map(([field, part]) => [field, masked(field, part, { fromMs, untilMs })]),
  );
}

/** Every document by `collection/id`, as text, without what may differ. */
export type Effects = ReadonlyMap<string, string>;

export function effectsOf(engine: Engine, during: While): Effects {
  const effects = new Map<string, string>();
  for (const [collection, documents] of documentsOf(engine)) {
    for (const document of documents as readonly Document[]) {
      effects.set(`${collection}/${document._id}`, JSON.stringify(masked('', document, during)));
    }
  }
  return effects;
}

/**
 * Of several orders that end at once, any may come first: their movements are then numbered in
 * another order, and nothing else differs.
 */
export function inAnyOrder(effects: Effects): Effects {
  return new Map(
    [...effects].map(([name, text]) => {
      if (!name.startsWith('movements/')) return [name, text];
      const { _id, sequence, ...movement } = JSON.parse(text) as Record<string, unknown>;
      return [`movement ${JSON.stringify(movement)}`, ''];
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
