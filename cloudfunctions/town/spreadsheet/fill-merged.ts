import type { RawSheet } from './read-sheet';
import { refuseBrokenFile } from './refusals';

/** Areas that lie on each other are written by nobody. */
const mostFilled = 400_000;
const widest = 50;

/**
 * Gives every cell of a merged area the text that is shown there. Rows that say nothing else stay
 * away: an area may go on far below the people.
 */
export function fillMerged({ rows, merged }: Pick<RawSheet, 'rows' | 'merged'>): void {
  let filled = 0;
  for (const { top, left, bottom, right } of merged) {
    const from = firstAt(rows, top);
    const value = rows[from]?.row === top ? (rows[from].cells[left] ?? null) : null;
    const last = Math.min(right, widest - 1);
    for (let at = from; at < rows.length; at += 1) {
      const row = rows[at];
      if (!row || row.row > bottom) break;
      filled += Math.max(last - left + 1, 1);
      if (filled > mostFilled) refuseBrokenFile();
      while (value !== null && row.cells.length <= last) row.cells.push(null);
      if (value !== null && last >= left) row.cells.fill(value, left, last + 1);
    }
  }
}

/** Where the rows from a number on begin; they are in order. */
function firstAt(rows: RawSheet['rows'], row: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.row ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
