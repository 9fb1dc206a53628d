import Papa from 'papaparse';
import type { Cell, Table } from '../../../src/domain/town/register/types';
import {
  mostOtherRows,
  mostRows,
  refuseForeignFile,
  refuseLongCell,
  refuseManyRows,
} from './refusals';

const longestText = 3_000;
const notATable = '这个文件不是表格';

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Excel writes GB18030 where Windows is Chinese, WPS either, “Unicode 文本” is UTF-16. */
function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isWide = first === 0xff && second === 0xfe;
  const isWideTurned = first === 0xfe && second === 0xff;
  if (isWide || isWideTurned) {
    return decoded(bytes, isWide ? 'utf-16le' : 'utf-16be') ?? refuseForeignFile(notATable);
  }
  const text = decoded(bytes, 'utf-8') ?? decoded(bytes, 'gb18030');
  if (text === null || text.includes('\0')) return refuseForeignFile(notATable);
  return text;
}

/** Programs that call themselves `.xls` and send a web page or an exchange format. */
function mustNotBeMarkup(text: string): void {
  const start = text.slice(0, 2_000).trimStart();
  if (/^<\?xml|^<workbook/i.test(start)) refuseForeignFile('这是 XML 格式的表格,读不了');
  if (/^<(!doctype|html|table|meta|head|body|style|div|script)/i.test(start)) {
    refuseForeignFile('这是网页格式的表格,读不了');
  }
}

/** `="138…"` keeps the digits of a number from being counted with. */
function cellOf(text: string): Cell {
  if (text.length > longestText) refuseLongCell();
  const [, kept] = /^\s*="([^"]*)"\s*$/.exec(text) ?? [];
  return kept ?? (text === '' ? null : text);
}

/**
 * Reads a table that is stored as text: commas, tabs or semicolons between the cells.
 * @throws Refusal `file-not-spreadsheet`, `too-many-rows`
 */
export function readTextTable(bytes: Uint8Array): Table {
  const text = textOf(bytes);
  mustNotBeMarkup(text);
  const most = mostRows + mostOtherRows;
  const { data } = Papa.parse<string[]>(text, {
    delimitersToGuess: [',', '\t', ';', '\uff0c', '|'],
    preview: most + 1,
  });
  if (data.length > most) refuseManyRows();
  const rows = data.map((cells, index) => ({ row: index + 1, cells: cells.map(cellOf) }));
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== null));
  return { rows: filled, formulas: [], hiddenColumns: [], sheet: null };
}
