import { valuesAt } from './paths';
import { isAbove, isBelow, type Range } from './ranges';
import { SortedList } from './sorted-list';
import type { Document, IndexDeclaration } from './types';
import { compareValues } from './values';

/** The indexed values in order of the fields, then the document's id. */
export type Entry = unknown[];

/** Keeps the ids of a collection sorted by a tuple of fields. */
export class SecondaryIndex {
  readonly name: string;
  readonly unique: boolean;
  readonly fields: { name: string; sign: 1 | -1 }[];
  /** Set for good once a document brings a list: order and ranges are then not usable. */
  holdsLists = false;
  private readonly entries = new SortedList<Entry>((left, right) => this.compare(left, right));

  constructor(declaration: IndexDeclaration) {
    this.name = declaration.name;
    this.unique = declaration.unique === true;
    this.fields = declaration.fields.map(({ name, direction }) => ({
      name,
      sign: direction === '-1' ? -1 : 1,
    }));
  }

  entriesOf(document: Document): Entry[] {
    let tuples: Entry[] = [[]];
    for (const { name } of this.fields) {
      const { values, throughList } = valuesAt(document, name);
      if (throughList) this.holdsLists = true;
      if (values.length === 1) for (const tuple of tuples) tuple.push(values[0] ?? null);
      else tuples = tuples.flatMap((tuple) => values.map((value) => [...tuple, value ?? null]));
    }
    for (const tuple of tuples) tuple.push(document._id);
    return tuples.length === 1 ? tuples : this.withoutRepeats(tuples);
  }

  load(documents: Iterable<Document>): void {
    const all: Entry[] = [];
    for (const document of documents) for (const entry of this.entriesOf(document)) all.push(entry);
    this.entries.load(all);
  }

  add(entry: Entry): void {
    this.entries.add(entry);
  }

  delete(entry: Entry): void {
    this.entries.delete(entry);
  }

  /**
   * Ids in index order whose first fields equal `prefix` and whose next field is in `range`.
   * @param reverse from the end of the range to its start
   */
  scan(prefix: unknown[], range: Range | null, reverse: boolean): Generator<Entry> {
    const at = prefix.length;
    const sign = this.fields[at]?.sign ?? 1;
    const before = (entry: Entry): boolean => {
      const order = this.comparePrefix(entry, prefix);
      if (order !== 0 || range === null) return order < 0;
      return sign === 1 ? isBelow(entry[at], range.low) : isAbove(entry[at], range.high);
    };
    const after = (entry: Entry): boolean => {
      const order = this.comparePrefix(entry, prefix);
      if (order !== 0 || range === null) return order > 0;
      return sign === 1 ? isAbove(entry[at], range.high) : isBelow(entry[at], range.low);
    };
    return reverse ? this.entries.descending(before, after) : this.entries.ascending(before, after);
  }

  compare(left: Entry, right: Entry): number {
    return this.compareFrom(left, right, 0);
  }

  /** Order of two entries from field number `from` on; equal fields go by id. */
  compareFrom(left: Entry, right: Entry, from: number): number {
    const count = this.fields.length;
    for (let index = from; index < count; index += 1) {
      const order = compareValues(left[index], right[index]);
      if (order !== 0) return this.fields[index]?.sign === -1 ? -order : order;
    }
    return compareValues(left[count], right[count]);
  }

  /** Whether two entries agree in the fields from number `from` to before `to`. */
  sameUpTo(left: Entry, right: Entry, from: number, to: number): boolean {
    for (let index = from; index < to; index += 1) {
      if (compareValues(left[index], right[index]) !== 0) return false;
    }
    return true;
  }

  private comparePrefix(entry: Entry, prefix: unknown[]): number {
    for (let index = 0; index < prefix.length; index += 1) {
      const order = compareValues(entry[index], prefix[index]);
      if (order !== 0) return this.fields[index]?.sign === -1 ? -order : order;
    }
    return 0;
  }

  private withoutRepeats(entries: Entry[]): Entry[] {
    entries.sort((left, right) => this.compare(left, right));
    return entries.filter((entry, index) => {
      const previous = entries[index - 1];
      return previous === undefined || this.compare(previous, entry) !== 0;
    });
  }
}
