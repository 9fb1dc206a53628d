import type { Plan } from './plan';
import { type Entry, SecondaryIndex } from './secondary-index';
import type { Document, IndexDeclaration } from './types';

/** A document as one commit left it; null once removed. */
type Version = { sequence: number; document: Document | null; older: Version | null };

/** A sequence no commit reaches: reads with it see the latest. */
export const latest = Number.POSITIVE_INFINITY;

/** One collection: every document with the versions open snapshots may still need. */
export class Collection {
  readonly indexes: SecondaryIndex[];
  private readonly heads = new Map<string, Version>();
  private idIndex: SecondaryIndex | null = null;
  private removed = 0;

  constructor(
    readonly name: string,
    declarations: IndexDeclaration[],
  ) {
    this.indexes = declarations.map((declaration) => new SecondaryIndex(declaration));
  }

  /** How many documents there are now. */
  get size(): number {
    return this.heads.size - this.removed;
  }

  /** Fills an empty collection, much faster than writing one by one. */
  load(documents: Document[]): void {
    for (const document of documents) {
      this.heads.set(document._id, { sequence: 0, document, older: null });
    }
    for (const index of this.indexes) index.load(documents);
  }

  /** The index on `_id`, made when something is first ordered by it or paged through it. */
  idOrder(): SecondaryIndex {
    if (this.idIndex === null) {
      this.idIndex = new SecondaryIndex({
        name: '_id_',
        fields: [{ name: '_id', direction: '1' }],
        unique: true,
      });
      // Every version of a document has the same id, so one of them is enough.
      this.idIndex.load(
        [...this.heads.values()].flatMap((head) => everyDocument(head).slice(0, 1)),
      );
    }
    return this.idIndex;
  }

  get(id: string, snapshot: number): Document | null {
    let version = this.heads.get(id) ?? null;
    while (version !== null && version.sequence > snapshot) version = version.older;
    return version?.document ?? null;
  }

  /** Sequence of the commit that last wrote this id; 0 when none did since opening. */
  writtenAt(id: string): number {
    return this.heads.get(id)?.sequence ?? 0;
  }

  *all(snapshot: number): Generator<Document> {
    for (const id of this.heads.keys()) {
      const document = this.get(id, snapshot);
      if (document !== null) yield document;
    }
  }

  /** What a plan leads to, in the plan's order, each document once, with its index entry. */
  *planned(plan: Plan, snapshot: number): Generator<{ document: Document; entry: Entry }> {
    const scans = plan.prefixes.map((prefix) => plan.index.scan(prefix, plan.range, plan.reverse));
    const first = scans[0];
    if (first === undefined) return;
    const depth = plan.prefixes[0]?.length ?? 0;
    const entries = scans.length === 1 ? first : mergeScans(scans, plan, depth);
    const seen = plan.index.holdsLists ? new Set<unknown>() : null;
    for (const entry of entries) {
      const id = entry[entry.length - 1] as string;
      const head = this.heads.get(id);
      if (head === undefined || seen?.has(id)) continue;
      const document = this.get(id, snapshot);
      if (document === null) continue;
      // Entries of other versions of the same document must not bring this one up again.
      if (head.older !== null && !hasEntry(plan.index, document, entry)) continue;
      seen?.add(id);
      yield { document, entry };
    }
  }

  /**
   * Puts a committed version in place.
   * @param keepOlder whether an open snapshot may still read what was there
   * @returns true when older versions stay and want `prune` later
   */
  apply(sequence: number, id: string, document: Document | null, keepOlder: boolean): boolean {
    const head = this.heads.get(id) ?? null;
    if (head !== null && head.document === null) this.removed -= 1;
    const before = head === null ? [] : everyDocument(head);
    const version = { sequence, document, older: keepOlder ? head : null };
    if (document === null) {
      if (version.older === null) this.heads.delete(id);
      else {
        this.heads.set(id, version);
        this.removed += 1;
      }
    } else this.heads.set(id, version);
    this.reindex(before, everyDocument(version));
    return version.older !== null;
  }

  /**
   * Forgets versions no snapshot from `oldest` on can see.
   * @returns true when there are still older versions to prune later
   */
  prune(id: string, oldest: number): boolean {
    const head = this.heads.get(id);
    if (head === undefined) return false;
    const before = everyDocument(head);
    let needed: Version = head;
    while (needed.older !== null && needed.sequence > oldest) needed = needed.older;
    needed.older = null;
    if (head.older === null && head.document === null) {
      this.heads.delete(id);
      this.removed -= 1;
    }
    this.reindex(before, this.heads.has(id) ? everyDocument(head) : []);
    return head.older !== null;
  }

  private reindex(before: Document[], after: Document[]): void {
    for (const index of this.indexes) reindexOne(index, before, after);
    if (this.idIndex !== null) reindexOne(this.idIndex, before, after);
  }
}

function holds(index: SecondaryIndex, entries: Entry[], entry: Entry): boolean {
  for (const other of entries) if (index.compare(other, entry) === 0) return true;
  return false;
}

function everyEntry(index: SecondaryIndex, documents: Document[]): Entry[] {
  const [first] = documents;
  if (first === undefined) return [];
  if (documents.length === 1) return index.entriesOf(first);
  const entries: Entry[] = [];
  for (const document of documents) {
    for (const entry of index.entriesOf(document)) {
      if (!holds(index, entries, entry)) entries.push(entry);
    }
  }
  return entries;
}

/** Only what differs is touched: most writes leave most indexed fields as they were. */
function reindexOne(index: SecondaryIndex, before: Document[], after: Document[]): void {
  const old = everyEntry(index, before);
  const kept = everyEntry(index, after);
  for (const entry of old) if (!holds(index, kept, entry)) index.delete(entry);
  for (const entry of kept) if (!holds(index, old, entry)) index.add(entry);
}

function everyDocument(head: Version): Document[] {
  const documents: Document[] = [];
  for (let version: Version | null = head; version !== null; version = version.older) {
    if (version.document !== null) documents.push(version.document);
  }
  return documents;
}

function hasEntry(index: SecondaryIndex, document: Document, entry: Entry): boolean {
  return index.entriesOf(document).some((other) => index.compare(other, entry) === 0);
}

/** Joins scans of one index into one, ordered by the fields after the prefix. */
function* mergeScans(scans: Generator<Entry>[], plan: Plan, depth: number): Generator<Entry> {
  const sign = plan.reverse ? -1 : 1;
  const heads: { scan: Generator<Entry>; entry: Entry }[] = [];
  for (const scan of scans) {
    const next = scan.next();
    if (!next.done) heads.push({ scan, entry: next.value });
  }
  while (heads.length > 0) {
    let best = 0;
    for (let at = 1; plan.order !== null && at < heads.length; at += 1) {
      const left = heads[at]?.entry as Entry;
      const right = heads[best]?.entry as Entry;
      if (sign * plan.index.compareFrom(left, right, depth) < 0) best = at;
    }
    const head = heads[best] as { scan: Generator<Entry>; entry: Entry };
    yield head.entry;
    const next = head.scan.next();
    if (next.done) heads.splice(best, 1);
    else head.entry = next.value;
  }
}
