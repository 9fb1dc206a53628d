import type { Engine, Fields } from '../../../local-cloud/engine';

const batchSize = 2000;

/** Collects documents and inserts them many at a time; `end` inserts the rest. */
export function loaderFor(engine: Engine) {
  const waiting = new Map<string, Fields[]>();
  const flush = async (collection: string) => {
    const documents = waiting.get(collection) ?? [];
    waiting.set(collection, []);
    if (documents.length > 0) await engine.insert(collection, documents);
  };
  return {
    async add(collection: string, document: Fields): Promise<void> {
      const documents = waiting.get(collection) ?? [];
      documents.push(document);
      waiting.set(collection, documents);
      if (documents.length >= batchSize) await flush(collection);
    },
    async end(): Promise<void> {
      for (const collection of waiting.keys()) await flush(collection);
    },
  };
}

export type Loader = ReturnType<typeof loaderFor>;
