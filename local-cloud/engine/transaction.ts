import type { Collection } from './collection';
import type { Core } from './core';
import { idNeeded, isId, toDocument } from './documents';
import { encodeAll } from './encoded';
import { duplicateKey, invalidParameter, transactionConflict, transactionGone } from './errors';
import { type Holder, holderOf } from './locks';
import { compileProjection } from './projection';
import { select } from './select';
import type {
  Document,
  Fields,
  Filter,
  FindOptions,
  Transaction,
  UpdateAndReturnResult,
  UpdateResult,
  Write,
  WriteOptions,
} from './types';
import { uniqueKeys } from './unique-keys';
import { applyOperators, seedOf } from './update-operators';
import { cloneValue, sameValue } from './values';

/** `ordinary`: a single write outside any transaction, which waits where others fail. */
export type Manner = 'interactive' | 'ordinary';
type State = 'open' | 'committing' | 'ended';

/**
 * One snapshot with what has been written on top of it. As in MongoDB, a write that changes nothing
 * is no write: it collides with nobody.
 */
export class OpenTransaction implements Transaction, Holder {
  private state: State = 'open';
  private readonly overlays = new Map<string, Map<string, Document | null>>();
  private readonly keys = new Set<string>();
  private taken: number | null = null;
  private waiting: { promise: Promise<void>; resolve: () => void } | null = null;

  constructor(
    private readonly core: Core,
    readonly id: string,
    private readonly expiresAtMs: number,
    private readonly manner: Manner,
  ) {}

  /** As in MongoDB it is the first operation that takes the snapshot, not the beginning. */
  get snapshot(): number {
    this.taken ??= this.core.takeSnapshot(this);
    return this.taken;
  }

  get ended(): Promise<void> {
    if (this.waiting === null) {
      let resolve = (): void => {};
      const promise = new Promise<void>((settle) => {
        resolve = settle;
      });
      this.waiting = { promise, resolve };
      if (this.state === 'ended') resolve();
    }
    return this.waiting.promise;
  }

  get isOpen(): boolean {
    return this.state === 'open';
  }

  expireIfDue(): void {
    if (this.state === 'open' && this.core.elapsedMs() >= this.expiresAtMs) this.abort();
  }

  get(collection: string, id: string): Document | null {
    this.assertOpen();
    const document = this.look(this.core.collection(collection), id);
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

  insert(collection: string, documents: Fields | Fields[]): string[] {
    return this.writing(() => {
      const target = this.core.collection(collection);
      return (Array.isArray(documents) ? documents : [documents]).map((fields) => {
        const document = toDocument(fields);
        this.hold(target, document._id);
        if (this.look(target, document._id) !== null) throw duplicateKey(collection, '_id_');
        this.put(target, document._id, document);
        return document._id;
      });
    });
  }

  set(collection: string, id: string, fields: Fields): UpdateResult {
    return this.writing(() => {
      if (!isId(id)) throw invalidParameter(idNeeded);
      if (fields._id !== undefined && fields._id !== id) {
        throw invalidParameter('_id of a document cannot be changed');
      }
      const target = this.core.collection(collection);
      const before = this.look(target, id);
      const document = toDocument(fields, id);
      if (before === null || !sameValue(before, document)) {
        this.hold(target, id);
        this.put(target, id, document);
      }
      return before ? { updated: 1, upsertedId: null } : { updated: 0, upsertedId: id };
    });
  }

  update(
    collection: string,
    query: Filter,
    operators: Fields,
    options: WriteOptions = {},
  ): UpdateResult {
    return this.writing(() => {
      const target = this.core.collection(collection);
      const limit = options.multiple === false ? 1 : Number.POSITIVE_INFINITY;
      const found = this.select(collection, { query, limit });
      if (found.length === 0 && options.upsert) {
        const document = this.updated(seedOf(query), query, operators, true);
        this.hold(target, document._id);
        if (this.look(target, document._id) !== null) throw duplicateKey(collection, '_id_');
        this.put(target, document._id, document);
        return { updated: 0, upsertedId: document._id };
      }
      let updated = 0;
      for (const before of found) updated += this.change(target, before, query, operators).changed;
      return { updated, upsertedId: null };
    });
  }

  updateAndReturn(collection: string, query: Filter, operators: Fields): UpdateAndReturnResult {
    return this.writing(() => {
      const target = this.core.collection(collection);
      const [before] = this.select(collection, { query, limit: 1 });
      if (before === undefined) return { updated: 0, document: null };
      const { after } = this.change(target, before, query, operators);
      this.core.counters.documentsRead += 1;
      // The platform counts what was found, also where nothing changed; its SDK's tests say so.
      return { updated: 1, document: cloneValue(after) };
    });
  }

  remove(collection: string, query: Filter, options: WriteOptions = {}): number {
    return this.writing(() => {
      const target = this.core.collection(collection);
      const limit = options.multiple === false ? 1 : Number.POSITIVE_INFINITY;
      const found = this.select(collection, { query, limit });
      for (const { _id } of found) {
        this.hold(target, _id);
        this.put(target, _id, null);
      }
      return found.length;
    });
  }

  async commit(): Promise<void> {
    if (this.manner === 'interactive') this.assertOpen();
    if (this.overlays.size === 0) {
      this.end();
      return;
    }
    this.state = 'committing';
    await this.core.commit(this);
  }

  abort(): void {
    if (this.state === 'open') this.end();
  }

  *writes(): Generator<Write> {
    for (const [collection, overlay] of this.overlays) {
      for (const [id, document] of overlay) yield { collection, id, document };
    }
  }

  /** Lets go of everything; called by the core once the writes stand or have failed. */
  end(): void {
    this.state = 'ended';
    this.core.release(this, this.keys);
    this.overlays.clear();
    this.waiting?.resolve();
  }

  private assertOpen(): void {
    this.core.counters.requests += 1;
    this.expireIfDue();
    if (this.state !== 'open') throw transactionGone();
  }

  /** As in MongoDB, a write that fails ends its transaction. */
  private writing<T>(write: () => T): T {
    this.assertOpen();
    try {
      return write();
    } catch (error) {
      this.abort();
      if (this.manner === 'interactive' && holderOf(error)) throw transactionConflict();
      throw error;
    }
  }

  private look(collection: Collection, id: string): Document | null {
    const own = this.overlays.get(collection.name)?.get(id);
    return own === undefined ? collection.get(id, this.snapshot) : own;
  }

  /** As they are stored: callers must not change them. */
  private found(collection: string, options: FindOptions): Document[] {
    this.assertOpen();
    const found = this.select(collection, options);
    this.core.counters.documentsRead += found.length;
    return found;
  }

  private select(collection: string, options: FindOptions): Document[] {
    const scene = this.core.scene(collection, this.snapshot, this.overlays.get(collection) ?? null);
    return select(scene, {
      query: options.query ?? {},
      order: options.order ?? [],
      skip: options.skip ?? 0,
      limit: options.limit ?? Number.POSITIVE_INFINITY,
    });
  }

  private hold(collection: Collection, id: string): void {
    this.take(`${collection.name}\0${typeof id}\0${id}`);
    if (collection.writtenAt(id) > this.snapshot) throw transactionConflict();
  }

  private take(key: string): void {
    if (this.core.locks.take(key, this)) this.keys.add(key);
  }

  private put(collection: Collection, id: string, document: Document | null): void {
    if (document !== null) this.holdUniqueKeys(collection, document);
    let overlay = this.overlays.get(collection.name);
    if (overlay === undefined) {
      overlay = new Map();
      this.overlays.set(collection.name, overlay);
    }
    overlay.set(id, document);
  }

  private holdUniqueKeys(collection: Collection, document: Document): void {
    const overlay = this.overlays.get(collection.name) ?? null;
    for (const key of uniqueKeys(collection, overlay, document)) this.take(key);
  }

  private updated(start: Fields, query: Filter, operators: Fields, inserting: boolean): Document {
    const document = cloneValue(start);
    applyOperators({ document, query, nowMs: this.core.now(), inserting }, operators);
    return toDocument(document);
  }

  private change(
    collection: Collection,
    before: Document,
    query: Filter,
    operators: Fields,
  ): { changed: number; after: Document } {
    const after = this.updated(before, query, operators, false);
    if (sameValue(before, after)) return { changed: 0, after: before };
    this.hold(collection, before._id);
    this.put(collection, before._id, after);
    return { changed: 1, after };
  }
}
