import { unzipSync } from 'fflate';
import {
  largestFileBytes,
  mostRows,
  refuseForeignFile,
  refuseFormula,
  refuseLargeFile,
  refuseLongCell,
  refuseManyRows,
} from './refusals';

/** What a register of 20 000 rows unpacks to, and as much again; more is a zip bomb. */
const mostUnpackedBytes = 32 * 1024 * 1024;
const mostParts = 200;
/** The register has twelve. */
const mostColumns = 20;
/** Some 3 000 characters. The reader goes through what is longer again and again. */
const longestCellBytes = 10_000;
const sheetPart = /^xl\/worksheets\/[^/]+\.xml$/i;
const markupPart = /\.(xml|rels)$/i;
const activePart = /vbaProject|macrosheets|externalLinks|embeddings|activeX|connections\.xml/i;

/**
 * Unpacks what is markup: the reader opens more of it than the sheets. Sizes are summed from the
 * archive's own directory before a byte is unpacked, and no part can grow beyond the size stated
 * there.
 */
function unpackMarkup(bytes: Uint8Array): Record<string, Uint8Array> {
  let unpackedBytes = 0;
  let parts = 0;
  let active = false;
  try {
    const markup = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        parts += 1;
        unpackedBytes += originalSize;
        active ||= activePart.test(name);
        return markupPart.test(name) && unpackedBytes <= mostUnpackedBytes && parts <= mostParts;
      },
    });
    if (unpackedBytes > mostUnpackedBytes || parts > mostParts) refuseLargeFile();
    if (active) refuseForeignFile('这张表带着宏,或者连到别的文件');
    return markup;
  } catch (error) {
    if (error instanceof Error && error.name === 'Refusal') throw error;
    return refuseForeignFile();
  }
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** A single cell far away would make the reader fill everything before it with empty ones. */
function standsNear(cell: string): void {
  const [, letters = '', digits = ''] = /^([A-Z]{1,3})(\d{1,7})$/.exec(cell) ?? [];
  if (Number(digits) > mostRows + 1) refuseManyRows();
  if (columnNumber(letters) > mostColumns) refuseForeignFile(`${cell} 这一格太靠右,表里列太多`);
}

/** A tag that goes on behind a `>` in quotes would say to the reader what is not seen here. */
function endsWhereItSeems(attributes: string): void {
  const unquoted = attributes.replace(/"[^"]*"|'[^']*'/g, '');
  if (/["']/.test(unquoted)) refuseForeignFile('这张表的格式不对');
}

/** Where a row or cell says it stands; written as no spreadsheet does, it hides something. */
function standsAt(attributes = ''): string {
  endsWhereItSeems(attributes);
  const [, place] = /\sr\s*=\s*["']([^"']*)["']/.exec(attributes) ?? [];
  if (place === undefined) return '';
  return /^[A-Z]{0,3}\d{1,7}$/.test(place) ? place : refuseForeignFile('这张表的格式不对');
}

function textOf({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('latin1');
}

/** No spreadsheet declares entities; what does wants its reader to expand or fetch them. */
function declaresNothing(text: string): void {
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) refuseForeignFile('这张表的格式不对');
}

/** Neither a tag nor what stands between two is long. */
function holdsNoLongCell(text: string): void {
  for (const mark of ['<', '>']) {
    let from = 0;
    while (from < text.length) {
      const at = text.indexOf(mark, from);
      const end = at === -1 ? text.length : at;
      if (end - from > longestCellBytes) refuseLongCell();
      from = end + 1;
    }
  }
}

const declaration = /^(?:\u00ef\u00bb\u00bf)?\s*<\?xml[^<>]{0,200}\?>/;

/** Comments and the like may be long in spite of their marks; no spreadsheet writes any here. */
function isPlain(text: string): void {
  if (/<[!?]/.test(text.replace(declaration, ''))) refuseForeignFile('这张表的格式不对');
}

/** A tag that never ends is taken to the end of the text, once, and not looked for again. */
const tagShape = /<(?:\w+:)?(row|c|f)(?=[\s/>])([^>]*)(?:>|$)/g;

/** Rows and formulas are found in the text of a sheet before any cell is read into memory. */
function inspectSheet(text: string): void {
  isPlain(text);
  let rows = 0;
  let cells = 0;
  let cell = '';
  for (const [, tag, attributes] of text.matchAll(tagShape)) {
    if (tag === 'row') rows = Math.max(rows + 1, Number(standsAt(attributes)) || 0);
    if (tag === 'c') {
      cell = standsAt(attributes);
      cells += 1;
    }
    if (cell) standsNear(cell);
    // Row by row, so that 50 000 rows are refused without looking at the rest.
    if (rows > mostRows + 1 || cells > mostRows * mostColumns) refuseManyRows();
    if (tag === 'f') refuseFormula(cell || `第 ${rows} 行`);
  }
}

/**
 * Everything that can be told of an .xlsx file without trusting it.
 * @throws Refusal `file-too-large`, `file-not-spreadsheet`, `too-many-rows`, `formula-cell`
 */
export function inspectArchive(bytes: Uint8Array): void {
  if (bytes.byteLength > largestFileBytes) refuseLargeFile();
  const [first, second] = bytes;
  if (first !== 0x50 || second !== 0x4b) refuseForeignFile();
  const markup = Object.entries(unpackMarkup(bytes));
  if (!markup.some(([name]) => sheetPart.test(name))) refuseForeignFile();
  for (const [name, content] of markup) {
    const text = textOf(content);
    declaresNothing(text);
    holdsNoLongCell(text);
    if (sheetPart.test(name)) inspectSheet(text);
  }
}
