import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import {
  registerHeadings,
  registerRow,
  spreadsheetOf,
  testMembers,
} from '../support/test-register';

/** A register of one household that is right but for what a test puts into it. */
const goodRows = () =>
  testMembers(1)
    .slice(0, 3)
    .map((each) => registerRow('试一嘎查', each));

export const sheetPart = 'xl/worksheets/sheet1.xml';
export const columnCount = registerHeadings.length;

let good: Promise<Uint8Array> | null = null;

export function goodRegister(): Promise<Uint8Array> {
  good ??= spreadsheetOf(goodRows());
  return good;
}

/** The good file with one of its parts changed, or one added. */
export async function withPart(
  name: string,
  change: (text: string) => string,
): Promise<Uint8Array> {
  const parts = unzipSync(await goodRegister());
  const before = parts[name];
  parts[name] = strToU8(change(before ? strFromU8(before) : ''));
  return zipSync(parts);
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

const columnLetter = (index: number) => String.fromCharCode(65 + index);

/** The first person's row with one cell replaced by raw markup. */
export function withCell(column: number, markup: (place: string) => string): Promise<Uint8Array> {
  const place = `${columnLetter(column)}2`;
  const cell = new RegExp(`<c r="${place}"[^>]*?(/>|>.*?</c>)`);
  return withPart(sheetPart, (text) => {
    if (cell.test(text)) return text.replace(cell, () => markup(place));
    return text.replace(/(<row r="2".*?)(<\/row>)/, (_all, row, end) => row + markup(place) + end);
  });
}

/** Text as it stands in the sheet itself, so that nothing cleans it on the way. */
export const withText = (column: number, text: string) =>
  withCell(
    column,
    (place) =>
      `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`,
  );

/** Begins as a formula in some spreadsheet: to be refused by name wherever it stands. */
export const formulaTexts: readonly string[] = [
  '=1+1',
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://evil.example","点这里")',
  '=WEBSERVICE("http://evil.example")',
  '+SUM(A1:A9)',
  '-2+3+cmd|x',
  '@SUM(A1)',
  '\t=1+1',
  '\n=1+1',
  '  =1+1',
  '\uff1d1+1',
  '\uff0b1+1',
  '\uff20SUM(A1)',
  '_x003D_1+1',
];

/** Hides, breaks or bloats: refused with a sentence, or kept as the text it is. */
export const nastyTexts: readonly string[] = [
  '\u202e三张',
  '张\u200b三',
  '\ufeff张三',
  '张\u0007三',
  '张_x0000_三',
  '张\u001b[31m三',
  '<script>alert(1)</script>',
  'http://evil.example',
  "';drop table members;--",
  '字'.repeat(40_000),
];

/** Cells of another kind than a clerk types. */
export const strangeCells: readonly ((place: string) => string)[] = [
  (place) => `<c r="${place}" t="b"><v>1</v></c>`,
  (place) => `<c r="${place}" t="e"><v>#REF!</v></c>`,
  (place) => `<c r="${place}"><v>1e308</v></c>`,
  (place) => `<c r="${place}"><v>-1</v></c>`,
  (place) => `<c r="${place}"><v>NaN</v></c>`,
  (place) => `<c r="${place}" t="s"><v>99999</v></c>`,
  (place) => `<c r="${place}" t="d"><v>2026-11-23T00:00:00Z</v></c>`,
  (place) => `<c r="${place}" t="str"><f>CONCAT("a","b")</f><v>ab</v></c>`,
  (place) => `<c r="${place}"><f t="shared" si="0"/><v>1</v></c>`,
];
