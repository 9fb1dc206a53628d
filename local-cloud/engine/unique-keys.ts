import { type Collection, latest } from './collection';
import { stringifyEjson } from './ejson';
import { duplicateKey } from './errors';
import type { Overlay } from './select';
import type { Document } from './types';

/**
 * What a document takes of the unique indexes of its collection, as keys to be locked.
 * @param overlay what the transaction has written itself
 * @throws DatabaseError where another document has it, committed or in the overlay
 */
export function* uniqueKeys(
  collection: Collection,
  overlay: Overlay | null,
  document: Document,
): Generator<string> {
  for (const index of collection.indexes) {
    if (!index.unique) continue;
    for (const entry of index.entriesOf(document)) {
      const tuple = entry.slice(0, -1);
      const owns = (other: Document | null | undefined): boolean =>
        other !== null &&
        other !== undefined &&
        other._id !== document._id &&
        index.entriesOf(other).some((one) => index.sameUpTo(one, entry, 0, tuple.length));
      const committed = [...index.scan(tuple, null, false)].map((one) => one.at(-1) as string);
      const rivals = [
        ...committed.filter((id) => !overlay?.has(id)).map((id) => collection.get(id, latest)),
        ...(overlay?.values() ?? []),
      ];
      if (rivals.some(owns)) throw duplicateKey(collection.name, index.name);
      yield `${collection.name}\0unique\0${index.name}\0${stringifyEjson(tuple)}`;
    }
  }
}
