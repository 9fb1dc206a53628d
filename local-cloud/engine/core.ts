import { Collection } from './collection';
import type { Disk } from './disk';
import { collectionMissing, invalidParameter, notWritten, unindexed } from './errors';
import { Locks } from './locks';
import type { Overlay, SelectScene } from './select';
import type { Commit, Counters, Document, EngineOptions, Transaction, Write } from './types';
import { cloneValue } from './values';

/** A transaction as the core deals with it. */
export type Running = Transaction & {
  readonly snapshot: number;
  readonly isOpen: boolean;
  expireIfDue(): void;
  writes(): Iterable<Write>;
  end(): void;
};

type Waiting = {
  transaction: Running;
  resolve: () => void;
  reject: (error: unknown) => void;
};

/** What all transactions of one engine share: the versions, the locks, the way to the disk. */
export class Core {
  readonly locks = new Locks();
  readonly counters: Counters = {
    requests: 0,
    documentsRead: 0,
    documentsExamined: 0,
    documentsWritten: 0,
  };
  readonly listeners = new Set<(commit: Commit) => void>();
  readonly now: () => number;
  readonly elapsedMs: () => number;
  /** Number of the latest commit. */
  sequence = 0;
  private readonly collections = new Map<string, Collection>();
  private readonly open = new Map<string, Running>();
  /** Those that look at a snapshot, the oldest snapshot first. */
  private readonly looking = new Set<Running>();
  private readonly stale = new Map<Collection, Set<string>>();
  private prunedUpTo = 0;
  private waiting: Waiting[] = [];
  private flushed: Promise<void> = Promise.resolve();

  constructor(
    private readonly options: EngineOptions,
    private readonly disk: Disk | null,
    loaded: Map<string, Document[]>,
  ) {
    this.now = options.now ?? Date.now;
    this.elapsedMs = options.elapsedMs ?? this.now;
    const indexes = options.indexes ?? {};
    for (const name of new Set([...loaded.keys(), ...Object.keys(indexes)])) {
      const collection = new Collection(name, indexes[name] ?? []);
      collection.load(loaded.get(name) ?? []);
      this.collections.set(name, collection);
    }
    const fresh = Object.keys(indexes).filter((name) => !loaded.has(name));
    if (fresh.length > 0) disk?.write([], fresh);
  }

  /** @throws DatabaseError DATABASE_COLLECTION_NOT_EXIST */
  collection(name: string): Collection {
    const known = this.collections.get(name);
    if (known !== undefined) return known;
    if (!this.options.createMissingCollections) throw collectionMissing(name);
    return this.addCollection(name);
  }

  addCollection(name: string): Collection {
    if (typeof name !== 'string' || !/^[^$\0]+$/.test(name)) {
      throw invalidParameter('A collection needs a name without $');
    }
    const known = this.collections.get(name);
    if (known !== undefined) return known;
    const collection = new Collection(name, this.options.indexes?.[name] ?? []);
    this.keepName(name);
    this.collections.set(name, collection);
    return collection;
  }

  collectionNames(): string[] {
    return [...this.collections.keys()];
  }

  scene(
    name: string,
    snapshot: number,
    overlay: Overlay | null,
    indexed = this.options.refuseUnindexed === true,
  ): SelectScene {
    return {
      collection: this.collection(name),
      snapshot,
      overlay,
      counters: this.counters,
      unindexed: (collection, fields) => {
        this.options.log?.({ event: 'unindexed-query', collection, fields });
        if (indexed) throw unindexed(collection, fields);
      },
    };
  }

  register(transaction: Running): void {
    // Begun in order, so those that are due come first.
    for (const other of this.open.values()) {
      other.expireIfDue();
      if (this.open.has(other.id)) break;
    }
    this.open.set(transaction.id, transaction);
  }

  /** The moment a transaction looks at from now on: what stands now is kept for it. */
  takeSnapshot(transaction: Running): number {
    this.looking.add(transaction);
    return this.sequence;
  }

  transaction(id: string): Running | null {
    const transaction = this.open.get(id) ?? null;
    transaction?.expireIfDue();
    return transaction?.isOpen ? transaction : null;
  }

  /** Resolves once the writes are on the disk and visible; many commits share one fsync. */
  commit(transaction: Running): Promise<void> {
    if (this.disk === null) {
      this.apply(transaction);
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      this.waiting.push({ transaction, resolve, reject });
      if (this.waiting.length > 1) return;
      this.flushed = new Promise((done) => {
        setImmediate(() => {
          this.flush();
          done();
        });
      });
    });
  }

  /** Called by a transaction that ends. */
  release(transaction: Running, keys: Iterable<string>): void {
    this.open.delete(transaction.id);
    this.looking.delete(transaction);
    this.locks.release(keys);
    this.prune();
  }

  async close(): Promise<void> {
    await this.flushed;
    for (const transaction of [...this.open.values()]) transaction.abort();
    this.disk?.close();
  }

  private flush(): void {
    const batch = this.waiting;
    this.waiting = [];
    try {
      this.disk?.write(writesOf(batch), []);
    } catch (error) {
      this.options.log?.({ event: 'write-failed', commits: batch.length, reason: String(error) });
      for (const { transaction, reject } of batch) {
        transaction.end();
        reject(notWritten(error));
      }
      return;
    }
    for (const { transaction, resolve } of batch) {
      this.apply(transaction);
      resolve();
    }
  }

  private keepName(name: string): void {
    try {
      this.disk?.write([], [name]);
    } catch (error) {
      this.options.log?.({ event: 'write-failed', commits: 0, reason: String(error) });
      throw notWritten(error);
    }
  }

  private apply(transaction: Running): void {
    this.sequence += 1;
    this.looking.delete(transaction);
    const keepOlder = this.looking.size > 0;
    const writes: Write[] = [];
    for (const write of transaction.writes()) {
      const collection = this.collection(write.collection);
      if (collection.apply(this.sequence, write.id, write.document, keepOlder)) {
        this.remember(collection, write.id);
      }
      this.counters.documentsWritten += 1;
      if (this.listeners.size > 0) writes.push(write);
    }
    transaction.end();
    for (const listener of this.listeners) {
      listener({ sequence: this.sequence, writes: writes.map(cloneValue) });
    }
  }

  private remember(collection: Collection, id: string): void {
    const ids = this.stale.get(collection);
    if (ids === undefined) this.stale.set(collection, new Set([id]));
    else ids.add(id);
  }

  /** Drops versions that no open snapshot can see any more. */
  private prune(): void {
    if (this.stale.size === 0) return;
    const first = this.looking.values().next();
    const oldest = first.done ? this.sequence : first.value.snapshot;
    if (oldest <= this.prunedUpTo && !first.done) return;
    this.prunedUpTo = oldest;
    for (const [collection, ids] of this.stale) {
      for (const id of ids) if (!collection.prune(id, oldest)) ids.delete(id);
      if (ids.size === 0) this.stale.delete(collection);
    }
  }
}

function writesOf(batch: Waiting[]): Write[] {
  return batch.flatMap(({ transaction }) => [...transaction.writes()]);
}
