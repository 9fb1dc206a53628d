import { strToU8, zipSync } from 'fflate';

/** A date as spreadsheets store it: days since the last of 1899. */
export type OfficeDate = { serial: number };
export type OfficeFormula = { formula: string; value: string | number };
/** Null is no cell at all, `''` one that has a format and nothing in it. */
export type OfficeCell = string | number | null | OfficeDate | OfficeFormula;

export type OfficeSheet = {
  name: string;
  rows: readonly (readonly OfficeCell[])[];
  state?: 'hidden' | 'veryHidden';
  /** As the spreadsheet counts them. */
  hiddenRows?: readonly number[];
  hiddenColumns?: readonly number[];
  merged?: readonly string[];
  filter?: string;
  /** Formatted rows and columns beyond the people. */
  blankRows?: number;
  blankColumns?: number;
};

/** How a program writes: the same sheet comes out differently from each. */
export type Writer = 'excel' | 'wps' | 'libreoffice' | 'script';
export const writers: readonly Writer[] = ['excel', 'wps', 'libreoffice', 'script'];

const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Beyond U+FFFF some programs write a number for the character. */
const asReferences = (text: string) =>
  escaped(text).replace(/[\u{10000}-\u{10ffff}]/gu, (each) => `&#${each.codePointAt(0)};`);

function letters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : letters(Math.floor(index / 26) - 1) + letter;
}

const isDate = (cell: OfficeCell): cell is OfficeDate =>
  cell !== null && typeof cell === 'object' && 'serial' in cell;

class SharedStrings {
  private readonly places = new Map<string, number>();
  at(text: string): number {
    const place = this.places.get(text) ?? this.places.size;
    this.places.set(text, place);
    return place;
  }
  all(): string[] {
    return [...this.places.keys()];
  }
}

function cellMarkup(cell: OfficeCell, place: string, writer: Writer, strings: SharedStrings) {
  const tag = writer === 'script' ? 'x:c' : 'c';
  const at = writer === 'script' ? '' : ` r="${place}"`;
  const value = writer === 'script' ? 'x:v' : 'v';
  if (cell === null) return writer === 'script' ? `<${tag}/>` : '';
  if (cell === '') return `<${tag}${at} s="2"/>`;
  const number = writer === 'libreoffice' ? ' t="n"' : '';
  if (isDate(cell))
    return `<${tag}${at} s="1"${number}><${value}>${cell.serial}</${value}></${tag}>`;
  if (typeof cell === 'number') {
    return `<${tag}${at} s="2"${number}><${value}>${cell}</${value}></${tag}>`;
  }
  if (typeof cell === 'object') {
    const kind = typeof cell.value === 'string' ? ' t="str"' : '';
    const f = writer === 'script' ? 'x:f' : 'f';
    const written = `<${f}>${escaped(cell.formula)}</${f}><${value}>${cell.value}</${value}>`;
    return `<${tag}${at}${kind}>${written}</${tag}>`;
  }
  if (writer === 'script') {
    return `<x:c t="inlineStr"><x:is><x:t xml:space="preserve">${escaped(cell)}</x:t></x:is></x:c>`;
  }
  return `<c${at} s="2" t="s"><v>${strings.at(cell)}</v></c>`;
}

function rowMarkup(sheet: OfficeSheet, index: number, writer: Writer, strings: SharedStrings) {
  const cells = [
    ...(sheet.rows[index] ?? []),
    ...Array<OfficeCell>(sheet.blankColumns ?? 0).fill(''),
  ];
  const isHidden = sheet.hiddenRows?.includes(index + 1) ?? false;
  const inside = cells
    .map((cell, at) => cellMarkup(cell, `${letters(at)}${index + 1}`, writer, strings))
    .join('');
  if (writer === 'script') return `<x:row${isHidden ? ' hidden="1"' : ''}>${inside}</x:row>`;
  if (writer === 'libreoffice') {
    const tail = 'customFormat="false" ht="12.8" collapsed="false" customHeight="false"';
    return `<row r="${index + 1}" ${tail} hidden="${isHidden}" outlineLevel="0">${inside}</row>`;
  }
  const spans = writer === 'excel' ? ' spans="1:12" x14ac:dyDescent="0.25"' : ' ht="14.4"';
  return `<row r="${index + 1}"${spans}${isHidden ? ' hidden="1"' : ''}>${inside}</row>`;
}

function tailMarkup({ filter, merged = [] }: OfficeSheet, prefix: string): string {
  const areas = merged.map((each) => `<${prefix}mergeCell ref="${each}"/>`).join('');
  const filters =
    '<filterColumn colId="0"><filters><filter val="试一嘎查"/></filters></filterColumn>';
  return [
    filter ? `<autoFilter ref="${filter}">${filters}</autoFilter>` : '',
    areas && `<${prefix}mergeCells count="${merged.length}">${areas}</${prefix}mergeCells>`,
  ].join('');
}

/** Drop-down lists are stored as formulas that calculate nothing in a cell. */
const dropDown =
  '<extLst><ext><x14:dataValidations><x14:dataValidation><x14:formula1><xm:f>$A$1:$A$9</xm:f>' +
  '</x14:formula1></x14:dataValidation></x14:dataValidations></ext></extLst>';

function sheetMarkup(sheet: OfficeSheet, writer: Writer, strings: SharedStrings): string {
  const count = sheet.rows.length + (sheet.blankRows ?? 0);
  const rows = Array.from({ length: count }, (_, at) => rowMarkup(sheet, at, writer, strings));
  const prefix = writer === 'script' ? 'x:' : '';
  const last = writer === 'libreoffice' ? '<row r="1048576" hidden="false"/>' : '';
  const columns = (sheet.hiddenColumns ?? [])
    .map((at) => `<${prefix}col min="${at + 1}" max="${at + 1}" width="9" hidden="1"/>`)
    .join('');
  const space = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const spaces = writer === 'script' ? `xmlns:x="${space}"` : `xmlns="${space}"`;
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<${prefix}worksheet ${spaces}>` +
    (columns && `<${prefix}cols>${columns}</${prefix}cols>`) +
    `<${prefix}sheetData>${rows.join('')}${last}</${prefix}sheetData>` +
    tailMarkup(sheet, prefix) +
    (writer === 'wps' || writer === 'excel' ? dropDown : '') +
    `</${prefix}worksheet>`
  );
}

function stringsMarkup(strings: SharedStrings, writer: Writer): string {
  const items = strings.all().map((text, index) => {
    const whole = `<t xml:space="preserve">${asReferences(text)}</t>`;
    // In parts of different colours, and with a reading above, as programs store them.
    const [first = '', ...rest] = Array.from(text);
    const parts = `<r><t>${asReferences(first)}</t></r><r><rPr><b/></rPr>`;
    const split = `${parts}<t xml:space="preserve">${asReferences(rest.join(''))}</t></r>`;
    const reading = writer === 'excel' ? '<rPh sb="0" eb="1"><t>du</t></rPh>' : '';
    return `<si>${writer === 'wps' && index % 3 === 0 ? split : whole}${reading}</si>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><sst>${items.join('')}</sst>`;
}

/** Style 1 shows a day, in the words of each program; style 2 is a frame. */
function stylesMarkup(writer: Writer): string {
  const format = writer === 'libreoffice' ? 'yyyy\\-mm\\-dd' : 'yyyy&quot;年&quot;m&quot;月&quot;';
  const id = writer === 'excel' ? 14 : 176;
  return (
    `<?xml version="1.0"?><styleSheet><numFmts><numFmt numFmtId="176" formatCode="${format}"/>` +
    '</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
    `<cellXfs><xf numFmtId="0"/><xf numFmtId="${id}"/><xf numFmtId="0" borderId="1"/></cellXfs>` +
    '</styleSheet>'
  );
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook as one of the programs stores it. */
export function officeFile(writer: Writer, sheets: readonly OfficeSheet[]): Uint8Array {
  const strings = new SharedStrings();
  const bodies = sheets.map((sheet) => sheetMarkup(sheet, writer, strings));
  const listed = sheets.map(({ name, state }, at) => {
    const hidden = state ? ` state="${state}"` : '';
    return `<sheet name="${name}" sheetId="${at + 1}"${hidden} r:id="rId${at + 10}"/>`;
  });
  const folder = writer === 'script' ? '/xl/' : '';
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${kind}" Target="${folder}${target}"/>`;
  const relations = [
    ...sheets.map((_, at) => relation(`rId${at + 10}`, 'worksheet', `worksheets/s${at + 1}.xml`)),
    relation('rId1', 'styles', 'styles.xml'),
    ...(writer === 'script' ? [] : [relation('rId2', 'sharedStrings', 'sharedStrings.xml')]),
  ];
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}</Relationships>`,
    'xl/styles.xml': stylesMarkup(writer),
    ...(writer === 'script' ? {} : { 'xl/sharedStrings.xml': stringsMarkup(strings, writer) }),
  };
  for (const [at, body] of bodies.entries()) parts[`xl/worksheets/s${at + 1}.xml`] = body;
  const bytes = Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const);
  return zipSync(Object.fromEntries(bytes), { level: 1 });
}
