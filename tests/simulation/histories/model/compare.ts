import type { Document, Engine } from '../../../../local-cloud/engine';
import { saysTheSame } from '../../../../src/domain/kernel/same';
import type { Compared, Plain } from '../../../proof/kind';
import { everyCollection, kindOf } from '../../../proof/kinds';
import type { Model } from './state';

/** How each collection is compared, as its card says; null where another proof looks at it. */
const comparisons = new Map<string, Compared | null>(
  everyCollection.map((collection) => {
    const { compared } = kindOf(collection);
    return [collection, 'stored' in compared ? compared : null];
  }),
);

/** One line for a document that is not as the model has it; what it does not follow is fine. */
export function differenceOf(
  model: Model,
  collection: string,
  id: string,
  document: Document | null,
): string[] {
  const comparison = comparisons.get(collection);
  if (comparison === undefined) return [`${collection} is compared by nobody`];
  if (comparison === null) return [];
  const stored = document === null ? undefined : comparison.stored(document as Plain);
  const said = comparison.model(model, id);
  const wanted = said === false ? undefined : said;
  if (saysTheSame(stored, wanted)) return [];
  const inWords = (value: unknown) => JSON.stringify(value) ?? 'not there';
  return [`${collection}/${id} is ${inWords(stored)}, the model says ${inWords(wanted)}`];
}

/** All of it at once, in both directions. */
export function differences(model: Model, engine: Pick<Engine, 'find'>, since: number): string[] {
  const found: string[] = [];
  for (const [collection, comparison] of comparisons) {
    if (comparison === null) continue;
    const documents = engine.find(collection);
    for (const document of documents) {
      // What was posted before the history began is not followed.
      const { recordedAtMs } = document as { recordedAtMs?: number };
      if (recordedAtMs !== undefined && recordedAtMs < since) continue;
      found.push(...differenceOf(model, collection, document._id, document));
    }
    const there = new Set(documents.map(({ _id }) => _id));
    for (const id of comparison.all?.(model) ?? []) {
      if (!there.has(id)) found.push(`${collection}/${id} is missing`);
    }
  }
  return found;
}
