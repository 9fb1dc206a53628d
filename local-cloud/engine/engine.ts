import { randomBytes } from 'node:crypto';
import { aggregate } from './aggregate';
import { latest } from './collection';
import { Core } from './core';
import { encodeAll } from './encoded';
import { transactionGone, waitedTooLong } from './errors';
import { openFolder } from './folder';
import { type Holder, holderOf } from './locks';
import { compileProjection } from './projection';
import { type SelectRequest, select } from './select';
import { type Manner, OpenTransaction } from './transaction';
import type {
  Commit,
  Counters,
  Document,
  Engine,
  EngineOptions,
  Fields,
  Filter,
  FindOptions,
  Transaction,
  UpdateAndReturnResult,
  UpdateResult,
  WriteOptions,
} from './types';
import { cloneValue } from './values';

/** The platform ends a transaction that is neither committed nor aborted in 30 seconds. */
const transactionLimitMs = 30_000;
/** Below the SDK's own time-out of 15 seconds, so that the caller learns the reason. */
const lockWaitLimitMs = 12_000;
const lockCheckEveryMs = 50;

async function waitFor(holder: Holder, untilMs: number): Promise<void> {
  if (performance.now() >= untilMs) throw waitedTooLong();
  let timer: NodeJS.Timeout | undefined;
  const tick = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, lockCheckEveryMs);
  });
  await Promise.race([holder.ended, tick]);
  clearTimeout(timer);
  holder.expireIfDue();
}

class LocalEngine implements Engine {
  private readonly run = randomBytes(8).toString('hex');
  private begun = 0;

  constructor(private readonly core: Core) {}

  get(collection: string, id: string): Document | null {
    this.core.counters.requests += 1;
    const document = this.core.collection(collection).get(id, latest);
    this.core.counters.documentsExamined += document === null ? 0 : 1;
    this.core.counters.documentsRead += document === null ? 0 : 1;
    return cloneValue(document);
  }

  find(collection: string, options: FindOptions = {}): Document[] {
    const found = this.found(collection, options);
    return found.map(options.projection ? compileProjection(options.projection) : cloneValue);
  }

  findTexts(collection: string, options: FindOptions = {}): string[] {
    return encodeAll(this.found(collection, options), options);
  }

  count(collection: string, query: Filter): number {
    this.core.counters.requests += 1;
    if (Object.keys(query).length === 0) return this.core.collection(collection).size;
    const limit = Number.POSITIVE_INFINITY;
    return this.select(collection, { query, order: [], skip: 0, limit }).length;
  }

  aggregate(collection: string, stages: Fields[]): Document[] {
    this.core.counters.requests += 1;
    const source = {
      select: (name: string, query: Filter, order: SelectRequest['order'], limit: number) =>
        this.select(name, { query, order, skip: 0, limit }),
    };
    const found = aggregate(source, collection, stages);
    this.core.counters.documentsRead += found.length;
    return found;
  }

  insert(collection: string, documents: Fields | Fields[]): Promise<string[]> {
    return this.ordinary((transaction) => transaction.insert(collection, documents));
  }

  set(collection: string, id: string, fields: Fields): Promise<UpdateResult> {
    return this.ordinary((transaction) => transaction.set(collection, id, fields));
  }

  update(
    collection: string,
    query: Filter,
    operators: Fields,
    options?: WriteOptions,
  ): Promise<UpdateResult> {
    return this.ordinary((transaction) =>
      transaction.update(collection, query, operators, options),
    );
  }

  updateAndReturn(
    collection: string,
    query: Filter,
    operators: Fields,
  ): Promise<UpdateAndReturnResult> {
    return this.ordinary((transaction) =>
      transaction.updateAndReturn(collection, query, operators),
    );
  }

  remove(collection: string, query: Filter, options?: WriteOptions): Promise<number> {
    return this.ordinary((transaction) => transaction.remove(collection, query, options));
  }

  begin(): Transaction {
    this.core.counters.requests += 1;
    return this.open('interactive', this.core.elapsedMs() + transactionLimitMs);
  }

  transaction(id: string): Transaction {
    const transaction = this.core.transaction(id);
    if (transaction === null) throw transactionGone();
    return transaction;
  }

  addCollection(name: string): void {
    this.core.counters.requests += 1;
    this.core.addCollection(name);
  }

  collections(): string[] {
    return this.core.collectionNames();
  }

  onCommit(listener: (commit: Commit) => void): () => void {
    this.core.listeners.add(listener);
    return () => void this.core.listeners.delete(listener);
  }

  counters(): Counters {
    return { ...this.core.counters };
  }

  now(): number {
    return this.core.now();
  }

  close(): Promise<void> {
    return this.core.close();
  }

  /** As they are stored: callers must not change them. */
  private found(collection: string, options: FindOptions): Document[] {
    this.core.counters.requests += 1;
    const request = {
      query: options.query ?? {},
      order: options.order ?? [],
      skip: options.skip ?? 0,
      limit: options.limit ?? Number.POSITIVE_INFINITY,
    };
    const found = select(this.core.scene(collection, latest, null, options.indexed), request);
    this.core.counters.documentsRead += found.length;
    return found;
  }

  private select(collection: string, request: SelectRequest): Document[] {
    return select(this.core.scene(collection, latest, null), request);
  }

  private open(manner: Manner, expiresAtMs: number): OpenTransaction {
    this.begun += 1;
    const id = `${this.run}-${this.begun}`;
    const transaction = new OpenTransaction(this.core, id, expiresAtMs, manner);
    this.core.register(transaction);
    return transaction;
  }

  /** A write on its own: waits while a transaction holds the document, then goes on. */
  private async ordinary<T>(write: (transaction: Transaction) => T): Promise<T> {
    const untilMs = performance.now() + lockWaitLimitMs;
    for (;;) {
      const transaction = this.open('ordinary', Number.POSITIVE_INFINITY);
      let result: T;
      try {
        result = write(transaction);
      } catch (error) {
        transaction.abort();
        const holder = holderOf(error);
        if (holder === null) throw error;
        await waitFor(holder, untilMs);
        continue;
      }
      await transaction.commit();
      return result;
    }
  }
}

/**
 * Opens the database: in memory, or in a folder this process then has for itself.
 * @throws FolderRefused when the folder is damaged, foreign or in use; it is left as it was
 */
export function openEngine(options: EngineOptions): Engine {
  if (options.directory === null) return new LocalEngine(new Core(options, null, new Map()));
  const { disk, loaded } = openFolder(options.directory);
  return new LocalEngine(new Core(options, disk, loaded));
}
