const chunkSize = 256;

/**
 * A sorted list in chunks: adding and taking one out touch one chunk, whatever the length.
 * @param compare total order; two equal items are never both kept by the callers
 */
export class SortedList<T> {
  private chunks: T[][] = [];

  constructor(private readonly compare: (left: T, right: T) => number) {}

  /** Replaces everything; far cheaper than adding one by one. */
  load(items: T[]): void {
    items.sort(this.compare);
    this.chunks = [];
    const half = chunkSize / 2;
    for (let at = 0; at < items.length; at += half) this.chunks.push(items.slice(at, at + half));
  }

  add(item: T): void {
    if (this.addedAtTheEnd(item)) return;
    const [chunkIndex, index] = this.position((other) => this.compare(other, item) < 0);
    const chunk = this.chunks[chunkIndex] ?? this.chunks[chunkIndex - 1];
    if (chunk === undefined) {
      this.chunks.push([item]);
      return;
    }
    if (chunkIndex === this.chunks.length) chunk.push(item);
    else chunk.splice(index, 0, item);
    if (chunk.length <= chunkSize) return;
    const owner = Math.min(chunkIndex, this.chunks.length - 1);
    // Items mostly arrive in order; keeping the left part fuller saves half the space then.
    this.chunks.splice(owner + 1, 0, chunk.splice((chunkSize * 3) / 4));
  }

  /**
   * Most items are later than all others. A search for their place would look at chunks all over
   * the list, which take longer to fetch the longer it is.
   */
  private addedAtTheEnd(item: T): boolean {
    const chunk = this.chunks[this.chunks.length - 1];
    if (chunk === undefined || chunk.length >= chunkSize) return false;
    if (this.compare(chunk[chunk.length - 1] as T, item) >= 0) return false;
    chunk.push(item);
    return true;
  }

  delete(item: T): void {
    const [chunkIndex, index] = this.position((other) => this.compare(other, item) < 0);
    const chunk = this.chunks[chunkIndex];
    const found = chunk?.[index];
    if (chunk === undefined || found === undefined || this.compare(found, item) !== 0) return;
    chunk.splice(index, 1);
    if (chunk.length === 0) this.chunks.splice(chunkIndex, 1);
  }

  /** Ascending from the first item that is not before the range, while not after it. */
  *ascending(before: (item: T) => boolean, after: (item: T) => boolean): Generator<T> {
    let [chunkIndex, index] = this.position(before);
    for (; chunkIndex < this.chunks.length; chunkIndex += 1, index = 0) {
      const chunk = this.chunks[chunkIndex] ?? [];
      for (; index < chunk.length; index += 1) {
        const item = chunk[index] as T;
        if (after(item)) return;
        yield item;
      }
    }
  }

  /** The same range from its end to its start. */
  *descending(before: (item: T) => boolean, after: (item: T) => boolean): Generator<T> {
    let [chunkIndex, index] = this.position((item) => !after(item));
    for (; chunkIndex >= 0; chunkIndex -= 1, index = Number.POSITIVE_INFINITY) {
      const chunk = this.chunks[chunkIndex] ?? [];
      for (let at = Math.min(index, chunk.length) - 1; at >= 0; at -= 1) {
        const item = chunk[at] as T;
        if (before(item)) return;
        yield item;
      }
    }
  }

  /** Chunk and index of the first item for which `smaller` is false. */
  private position(smaller: (item: T) => boolean): [number, number] {
    let low = 0;
    let high = this.chunks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const chunk = this.chunks[middle] as T[];
      if (smaller(chunk[chunk.length - 1] as T)) low = middle + 1;
      else high = middle;
    }
    const chunk = this.chunks[low];
    if (chunk === undefined) return [low, 0];
    let from = 0;
    let to = chunk.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (smaller(chunk[middle] as T)) from = middle + 1;
      else to = middle;
    }
    return [low, from];
  }
}
