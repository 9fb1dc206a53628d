/** A stored document as it comes back: its data and its id. */
export type Stored<T> = T & { _id: string };

/** What one query may ask for: so its answer stays small, and no page takes long. */
export const mostPerQuery = 200;

export type Plain = string | number | boolean;

/**
 * A query that a declared index serves: equality, then an order on one field or two. A list stands
 * for any of its values; of a field that is a list itself, one of them is enough.
 */
export type Query = {
  where: Record<string, Plain | readonly Plain[]>;
  /** Leaves out what has any of these values in the field, also where the field is a list. */
  without?: { field: string; anyOf: readonly Plain[] };
  order?: {
    field: string;
    direction: 'asc' | 'desc';
    /** Orders those with the same value of the field; the same way round. */
    within?: string;
  };
  /** Goes on behind this value of the order's first field. */
  after?: string | number;
  /** 1 to `mostPerQuery`. */
  limit: number;
};

export type Reader = {
  get<T>(collection: string, id: string): Promise<Stored<T> | null>;
  query<T>(collection: string, query: Query): Promise<Stored<T>[]>;
};

/**
 * A transaction sees one snapshot and writes by id only. Writes are kept back until the callback
 * ends, so a refusal leaves nothing behind.
 */
export type Transaction = {
  get<T>(collection: string, id: string): Promise<Stored<T> | null>;
  /** The id must be new; if it is not, the transaction starts again on a newer snapshot. */
  create<T extends object>(collection: string, id: string, data: T): void;
  /**
   * What this transaction has read collides with whoever else writes it, also where it is set to
   * what it was: so two that must not both go by each write what they rest on.
   */
  set<T extends object>(collection: string, id: string, data: T): void;
  remove(collection: string, id: string): void;
  /** Forgets what was written so far: a refused command leaves nothing of its own behind. */
  discard(): void;
};

export type Transacting = {
  /**
   * The callback looks first whether it was done before, as a command does in the command log: so
   * it is run again when the answer to its commit was lost.
   */
  findsItself?: boolean;
};

/** For a callback that does look. */
export const findsItself: Transacting = { findsItself: true };

/** The port. Two adapters: CloudBase's SDK, and an engine in the same process. */
export type Store = Reader & {
  /**
   * Runs `callback` until it commits; it may run several times and must be pure but for `tx`.
   * @throws StoreBusy when conflicts or the platform's failures do not end, or nobody knows
   *   whether a commit stands
   */
  transact<R>(callback: (tx: Transaction) => Promise<R>, how?: Transacting): Promise<R>;
};

/** The database did not take it within the retries. */
export class StoreBusy extends Error {
  override name = 'StoreBusy';

  /**
   * @param mayStand false: nothing was written; true: nobody knows, the answer was lost
   * @param timeIsUp the call's time went by: what is left is for a later call
   */
  constructor(
    message: string,
    readonly mayStand = false,
    readonly timeIsUp = false,
  ) {
    super(message);
  }
}

/** What an adapter's transaction does, each write at once. */
export type RawTransaction = {
  get(collection: string, id: string): Promise<Record<string, unknown> | null>;
  create(collection: string, id: string, data: object): Promise<void>;
  set(collection: string, id: string, data: object): Promise<void>;
  remove(collection: string, id: string): Promise<void>;
  commit(): Promise<void>;
  rollback(): Promise<void>;
};
