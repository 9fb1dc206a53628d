import { readSheet } from 'read-excel-file/web-worker';
import type { Cell } from '../../../src/domain/town/register/types';
import { inspectArchive } from './inspect-archive';
import { mostRows, refuseForeignFile, refuseFormula, refuseManyRows } from './refusals';

/** `0 → A`, `27 → AB`. */
function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

/** Also in full width, as it is typed with a Chinese keyboard. */
const formulaStart = /^[=+\-@\uff1d\uff0b\uff0d\uff20]/;

const signedNumber = /^[+-][\d\s]+$/;

/** Text that a spreadsheet would run as a formula when it is exported again. */
function looksLikeAFormula(cell: Cell): boolean {
  if (typeof cell !== 'string') return false;
  const text = cell.trim();
  return formulaStart.test(text) && !signedNumber.test(text);
}

function refuseFormulaText(rows: readonly (readonly Cell[])[]): void {
  for (const [row, cells] of rows.entries()) {
    const column = cells.findIndex(looksLikeAFormula);
    if (column !== -1) refuseFormula(`${columnLetters(column)}${row + 1}`);
  }
}

/**
 * The rows of the first sheet. The reader that unpacks in this very thread is used: the others
 * build workers out of their own source text, which a minified bundle breaks.
 * @throws Refusal `file-too-large`, `file-not-spreadsheet`, `too-many-rows`, `formula-cell`
 */
export async function readRows(bytes: Uint8Array): Promise<Cell[][]> {
  inspectArchive(bytes);
  const buffer = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(buffer).set(bytes);
  const rows = await readSheet(buffer, { trim: false }).catch(() => refuseForeignFile());
  // A row number written into a single row can stand for a million empty ones.
  if (rows.length > mostRows + 1) refuseManyRows();
  refuseFormulaText(rows as Cell[][]);
  return rows as Cell[][];
}
