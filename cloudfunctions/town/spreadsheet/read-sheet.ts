import { cellName } from '../../../src/domain/town/register/locate';
import type { Cell } from '../../../src/domain/town/register/types';
import { unescapeText } from './read-shared-parts';
import {
  mostOtherRows,
  mostRows,
  refuseBrokenFile,
  refuseFarCell,
  refuseLargeInside,
  refuseLongCell,
  refuseManyRows,
} from './refusals';
import { type Attribute, walkXml } from './walk-xml';

/** The register has twelve; an office's own table may have many more that are to be named. */
const mostColumns = 50;
const mostCells = mostRows * 20;
/** Those that only have a format too. */
const mostTags = mostRows * 30;
const longestText = 3_000;

/** What the cells of a sheet point to. */
export type SharedParts = {
  strings: readonly string[];
  dateStyles: ReadonlySet<number>;
  countsFrom1904: boolean;
};

export type Area = { top: number; left: number; bottom: number; right: number };

/** A sheet as it is stored: merged cells hold their text once. */
export type RawSheet = {
  rows: { row: number; cells: Cell[]; isHidden: boolean }[];
  formulas: { row: number; column: number }[];
  merged: Area[];
  hiddenColumns: number[];
};

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Written as no spreadsheet does, a place hides something. */
function placeOf(reference: string): { row: number; column: number } {
  const [, letters, digits] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(reference) ?? refuseBrokenFile();
  return { row: Number(digits), column: columnNumber(letters ?? '') };
}

function areaOf(reference: string): Area {
  const [from = '', to = from] = reference.replaceAll('$', '').split(':');
  const start = placeOf(from);
  const end = placeOf(to);
  return { top: start.row, left: start.column, bottom: end.row, right: end.column };
}

const dayMs = 86_400_000;
const latestDay = 2_958_465;

/** Days since the last of 1899; the 29th of February 1900 that never was is counted. */
function dayOf(serial: number, countsFrom1904: boolean): Date | number {
  const days = countsFrom1904 ? serial + 1462 : serial;
  if (!(days >= 1 && days <= latestDay)) return serial;
  return new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + Math.floor(days) * dayMs);
}

type RawCell = { row: number; column: number; kind: string; style: number; text: string };

function valueIn({ kind, style, text }: RawCell, shared: SharedParts): Cell {
  if (kind === 's') return shared.strings[Number(text)] ?? null;
  if (kind === 'inlineStr' || kind === 'str' || kind === 'e') return unescapeText(text);
  if (text.trim() === '') return null;
  if (kind === 'b') return text === '1' || text === 'true';
  const number = Number(text);
  if (kind === 'd' || !Number.isFinite(number)) return unescapeText(text);
  return shared.dateStyles.has(style) ? dayOf(number, shared.countsFrom1904) : number;
}

const isOn = (value: string | undefined) => value === '1' || value === 'true';

/** Columns that are hidden, by hand or because they have no width. */
function hiddenIn(attribute: Attribute): number[] {
  const from = Number(attribute('min'));
  const to = Math.min(Number(attribute('max')), mostColumns);
  const isHidden = isOn(attribute('hidden')) || attribute('width') === '0';
  if (!isHidden || !(from >= 1)) return [];
  return Array.from({ length: Math.max(to - from + 1, 0) }, (_, index) => from + index - 1);
}

/** Puts the cells together as the walker meets them. */
class SheetBuilder {
  readonly sheet: RawSheet = { rows: [], formulas: [], merged: [], hiddenColumns: [] };
  private row = 0;
  private column = -1;
  private isHidden = false;
  private filled = 0;

  constructor(private readonly shared: SharedParts) {}

  startRow(attribute: Attribute): void {
    const place = attribute('r');
    if (place !== undefined && !/^[1-9]\d{0,6}$/.test(place)) refuseBrokenFile();
    this.row = place === undefined ? this.row + 1 : Number(place);
    this.column = -1;
    this.isHidden = isOn(attribute('hidden')) || attribute('ht') === '0';
  }

  startCell(attribute: Attribute): RawCell {
    const place = attribute('r');
    const at = place === undefined ? null : placeOf(place);
    this.column = at?.column ?? this.column + 1;
    return {
      row: at?.row ?? this.row,
      column: this.column,
      kind: attribute('t') ?? 'n',
      style: Number(attribute('s') ?? 0),
      text: '',
    };
  }

  addFormula(cell: RawCell | null): void {
    const { row, column } = cell ?? { row: this.row, column: Math.max(this.column, 0) };
    this.sheet.formulas.push({ row, column });
    if (this.sheet.formulas.length > mostCells) refuseManyRows();
  }

  /** A cell with nothing in it but a format is none, wherever it stands. */
  endCell(cell: RawCell): void {
    const value = valueIn(cell, this.shared);
    if (value === null || value === '') return;
    if (typeof value === 'string' && value.length > longestText) refuseLongCell();
    const { row, column } = cell;
    this.filled += 1;
    if (row > mostRows + mostOtherRows || this.filled > mostCells) refuseManyRows();
    if (column >= mostColumns) refuseFarCell(cellName(column, row));
    const { rows } = this.sheet;
    let last = rows.at(-1);
    if (last?.row !== row) {
      last = { row, cells: [], isHidden: this.isHidden };
      rows.push(last);
    }
    if (rows.length > mostRows + mostOtherRows) refuseManyRows();
    while (last.cells.length <= column) last.cells.push(null);
    last.cells[column] = value;
  }
}

/** Counted before any cell is read: going through them all takes its time. */
function holdsNotTooMany(xml: string): void {
  const count = (shape: RegExp, most: number) => {
    let left = most;
    while (left >= 0 && shape.exec(xml)) left -= 1;
    return left < 0;
  };
  if (count(/<\/(?:\w{1,20}:)?c>/g, mostCells)) refuseManyRows();
  if (count(/<(?:\w{1,20}:)?c[\s/>]/g, mostTags)) refuseLargeInside();
}

/**
 * Reads the cells of one sheet in one pass, refusing what is too much as soon as it is met.
 * @throws Refusal `file-not-spreadsheet`, `file-too-large`, `too-many-rows`
 */
export function readSheet(xml: string, shared: SharedParts): RawSheet {
  holdsNotTooMany(xml);
  const builder = new SheetBuilder(shared);
  const { sheet } = builder;
  let inRows = false;
  let cell: RawCell | null = null;
  let inValue = false;
  let inReading = false;
  walkXml(xml, {
    open: (name, attribute) => {
      if (name === 'sheetData') inRows = true;
      else if (name === 'mergeCell') sheet.merged.push(areaOf(attribute('ref') ?? ''));
      else if (name === 'col') sheet.hiddenColumns.push(...hiddenIn(attribute));
      if (!inRows) return;
      if (name === 'row') builder.startRow(attribute);
      else if (name === 'c') cell = builder.startCell(attribute);
      else if (name === 'f') builder.addFormula(cell);
      else if (name === 'rPh') inReading = true;
      inValue = name === 'v' || (name === 't' && !inReading);
    },
    text: (text) => {
      if (inValue && cell) cell.text += text;
    },
    close: (name) => {
      inValue = false;
      if (name === 'rPh') inReading = false;
      if (name === 'sheetData') inRows = false;
      if (name !== 'c' || !cell) return;
      builder.endCell(cell);
      cell = null;
    },
  });
  sheet.rows.sort((a, b) => a.row - b.row);
  return sheet;
}
