import { type DatabaseError, transactionConflict } from './errors';

/** Whoever may hold a document: an open transaction. */
export type Holder = {
  /** Resolves when it has ended, in whatever way. */
  readonly ended: Promise<void>;
  /** Ends it when its 30 seconds are over. */
  expireIfDue(): void;
};

/** The conflict an ordinary write waits out instead of failing. */
export type LockedError = DatabaseError & { holder: Holder };

export function lockedBy(holder: Holder): LockedError {
  return Object.assign(transactionConflict(), { holder });
}

export function holderOf(error: unknown): Holder | null {
  const holder = (error as { holder?: Holder } | null)?.holder;
  return holder ?? null;
}

/** Which transaction holds which document or unique key. */
export class Locks {
  private readonly holders = new Map<string, Holder>();

  /**
   * Takes a key for `holder`, or finds it its own already.
   * @throws LockedError when another holds it
   * @returns true when it was free before
   */
  take(key: string, holder: Holder): boolean {
    const other = this.holders.get(key);
    if (other === holder) return false;
    if (other !== undefined) {
      other.expireIfDue();
      const still = this.holders.get(key);
      if (still !== undefined) throw lockedBy(still);
    }
    this.holders.set(key, holder);
    return true;
  }

  release(keys: Iterable<string>): void {
    for (const key of keys) this.holders.delete(key);
  }
}
