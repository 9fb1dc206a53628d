/** One declared index; the JSON of config/database/indexes.json holds a list per collection. */
export type IndexDeclaration = {
  name: string;
  fields: { name: string; direction: '1' | '-1' }[];
  unique?: boolean;
};

/** Collection name → its declared indexes. A collection named here exists from the start. */
export type IndexFile = Record<string, IndexDeclaration[]>;

export type EngineOptions = {
  /** Folder that holds the data and nothing else; null keeps everything in memory. */
  directory: string | null;
  indexes?: IndexFile;
  /** Milliseconds since the epoch: what server dates say. */
  now?: () => number;
  /**
   * What the 30 seconds of a transaction are measured by; default `now`. A clock that is turned a
   * day on must not end the transactions that are under way.
   */
  elapsedMs?: () => number;
  /** Receives plain events that carry names only, never values of documents. */
  log?: (event: Record<string, unknown>) => void;
  /** Default false: a query no declared index serves is only noted in the log. */
  refuseUnindexed?: boolean;
  /** Default false: an unknown collection is DATABASE_COLLECTION_NOT_EXIST, as on the platform. */
  createMissingCollections?: boolean;
};

/**
 * An `_id` that is a number or an ObjectId is stored as it is; the type says text because that is
 * what projects use.
 */
export type Document = { _id: string; [field: string]: unknown };
export type Fields = Record<string, unknown>;
export type Filter = Record<string, unknown>;
export type Order = { field: string; direction: 'asc' | 'desc' };

export type FindOptions = {
  query?: Filter;
  order?: Order[];
  skip?: number;
  limit?: number;
  projection?: Fields;
  /** Refused, not only noted, where no declared index serves it; default as the engine says. */
  indexed?: boolean;
};

/** `multiple` (default true): all matches or the first alone; `upsert` (default false). */
export type WriteOptions = { multiple?: boolean; upsert?: boolean };
export type UpdateResult = { updated: number; upsertedId: string | null };
export type UpdateAndReturnResult = { updated: number; document: Document | null };

export type Write = { collection: string; id: string; document: Document | null };
export type Commit = { sequence: number; writes: Write[] };

export type Counters = {
  requests: number;
  /** Documents handed to the caller. */
  documentsRead: number;
  /** Documents the engine had to look at to answer. */
  documentsExamined: number;
  documentsWritten: number;
};

/** Reads of one moment: the whole engine (latest commit) and a transaction share them. */
export type Reader = {
  /** @throws DatabaseError when the collection does not exist or the transaction has ended */
  get(collection: string, id: string): Document | null;
  find(collection: string, options?: FindOptions): Document[];
  /** The same as texts of EJSON, as clients get them. */
  findTexts(collection: string, options?: FindOptions): string[];
};

/**
 * Snapshot-isolated, first writer wins. A second writer of the same document gets
 * DATABASE_TRANSACTION_CONFLICT at once and its transaction has then already ended.
 */
export type Transaction = Reader & {
  readonly id: string;
  /** Adds one document or several; a missing `_id` is made. Returns the ids in order. */
  insert(collection: string, documents: Fields | Fields[]): string[];
  /** Replaces the whole document or creates it. */
  set(collection: string, id: string, fields: Fields): UpdateResult;
  /** Applies update operators ($set, $inc …) to what the query selects. */
  update(
    collection: string,
    query: Filter,
    operators: Fields,
    options?: WriteOptions,
  ): UpdateResult;
  updateAndReturn(collection: string, query: Filter, operators: Fields): UpdateAndReturnResult;
  /** Returns how many documents went. */
  remove(collection: string, query: Filter, options?: WriteOptions): number;
  /** Resolves when the writes are durable and visible. */
  commit(): Promise<void>;
  abort(): void;
};

/** Single writes wait (bounded) for a document another transaction holds, then go on. */
export type Engine = Reader & {
  count(collection: string, query: Filter): number;
  aggregate(collection: string, stages: Record<string, unknown>[]): Document[];
  insert(collection: string, documents: Fields | Fields[]): Promise<string[]>;
  set(collection: string, id: string, fields: Fields): Promise<UpdateResult>;
  update(
    collection: string,
    query: Filter,
    operators: Fields,
    options?: WriteOptions,
  ): Promise<UpdateResult>;
  updateAndReturn(
    collection: string,
    query: Filter,
    operators: Fields,
  ): Promise<UpdateAndReturnResult>;
  remove(collection: string, query: Filter, options?: WriteOptions): Promise<number>;
  begin(): Transaction;
  /** @throws DatabaseError DATABASE_TRANSACTION_FAIL for an unknown or ended transaction */
  transaction(id: string): Transaction;
  addCollection(name: string): void;
  collections(): string[];
  /** Called once per commit, in commit order. Returns the way to stop listening. */
  onCommit(listener: (commit: Commit) => void): () => void;
  counters(): Counters;
  /** Milliseconds since the epoch, by the clock the engine was given. */
  now(): number;
  /** Waits for what is being written, then lets go of the folder. */
  close(): Promise<void>;
};
