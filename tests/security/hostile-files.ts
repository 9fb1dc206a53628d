import { strToU8, unzipSync, zipSync } from 'fflate';
import { writeSpreadsheet } from '../../cloudfunctions/town/spreadsheet/write-spreadsheet';
import { goodRegister, sheetPart, withPart, withText } from './hostile-register';

export type HostileFile = {
  name: string;
  make: () => Promise<Uint8Array> | Uint8Array;
  /** Answers that are right; `taken` where it is harmless as it is. */
  codes: readonly string[];
};

const foreign = ['file-not-spreadsheet'];
const large = ['file-too-large'];

/** Ten entities, each ten of the one before: ten thousand million letters if anybody expands it. */
const entityBomb = (root: string) => {
  const entities = Array.from({ length: 10 }, (_, level) => {
    const inner = level === 0 ? 'ha' : `&a${level - 1};`.repeat(10);
    return `<!ENTITY a${level} "${inner}">`;
  });
  return `<?xml version="1.0"?><!DOCTYPE ${root} [${entities.join('')}]>`;
};

const withBombIn = (name: string, root: string) => () =>
  withPart(name, (text) =>
    text.replace(/<\?xml[^>]*>/, entityBomb(root)).replace('</t>', '&a9;</t>'),
  );

async function withFiles(added: Record<string, Uint8Array>): Promise<Uint8Array> {
  return zipSync({ ...unzipSync(await goodRegister()), ...added });
}

/** Two sheets; the register stands on the second. */
function onTheWrongSheet(): Promise<Uint8Array> {
  const first = { name: '别的', headings: ['别的'], rows: [['没有表头']] };
  return writeSpreadsheet([first, { name: '户册', headings: ['嘎查村'], rows: [] }]);
}

const sheetWith = (change: (text: string) => string) => () => withPart(sheetPart, change);
const many = (count: number) =>
  sheetWith((text) => {
    const row = /<row r="2".*?<\/row>/.exec(text)?.[0] ?? '';
    const bare = row.replace(/ r="[A-Z]*2"/g, '');
    return text.replace('</sheetData>', `${bare.repeat(count)}</sheetData>`);
  });
/** One household of thousands: whoever compares each with each needs minutes. */
const oneHousehold = sheetWith((text) => {
  const cell = (column: string, row: number, value: string | number) =>
    `<c r="${column}${row}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const rows = Array.from({ length: 4_000 }, (_, index) => {
    const row = index + 9;
    const name = `王${String.fromCodePoint(0x4e00 + index)}`;
    const values = ['试一嘎查', 1, '王一', name, '子', '男', 1975, '', '', '', '本村', ''];
    const cells = values.map((value, at) => cell(String.fromCharCode(65 + at), row, value));
    return `<row r="${row}">${cells.join('')}</row>`;
  });
  return text.replace('</sheetData>', `${rows.join('')}</sheetData>`);
});

/** What costs a careless reader the square of its length. */
const long = 100_000;
const behindTheRows = (markup: string) =>
  sheetWith((text) => text.replace('</sheetData>', `${markup}</sheetData>`));
const beforeTheRows = (markup: string) =>
  sheetWith((text) => text.replace('<sheetData>', `${markup}<sheetData>`));
const inTheLastRow = (markup: string) => behindTheRows(`<row r="9">${markup}</row>`);

const longFiles: readonly HostileFile[] = [
  { name: 'tags without an end', make: sheetWith(() => '<c '.repeat(long)), codes: foreign },
  {
    name: 'spaces before a sign',
    make: () => withText(3, `${' '.repeat(long)}-x`),
    codes: foreign,
  },
  {
    name: 'a cell of very many escapes',
    make: () => withText(3, '_x0020'.repeat(long)),
    codes: foreign,
  },
  {
    name: 'very many escapes in the shared strings',
    make: () =>
      withPart('xl/sharedStrings.xml', (text) => text.replace('</t>', '_x0020'.repeat(long))),
    codes: foreign,
  },
  {
    name: 'a cell of very many attributes',
    make: sheetWith((text) => text.replace('<c ', `<c ${'a="" '.repeat(long)}`)),
    codes: foreign,
  },
  { name: 'a long comment', make: beforeTheRows(`<!--${'> <'.repeat(long)}-->`), codes: foreign },
  {
    name: 'a long instruction',
    make: beforeTheRows(`<?x ${'> <'.repeat(long)}?>`),
    codes: foreign,
  },
  {
    name: 'a long declaration',
    make: sheetWith((text) => text.replace('<?xml ', `<?xml ${'> <'.repeat(long)}`)),
    codes: foreign,
  },
  { name: 'raw text', make: inTheLastRow(`<![CDATA[${'> <'.repeat(long)}]]>`), codes: foreign },
  {
    name: 'a cell far away, its place behind a mark in quotes',
    make: inTheLastRow('<c x=">" r="XFD9"><v>1</v></c>'),
    codes: foreign,
  },
  {
    name: 'a formula whose tag holds marks in quotes',
    make: inTheLastRow('<c r="A9"><f x="<">1</f></c>'),
    codes: [...foreign, 'register-has-problems'],
  },
  { name: 'one household of thousands', make: oneHousehold, codes: ['register-has-problems'] },
  { name: 'a column too many', make: inTheLastRow('<c r="AZ9"><v>1</v></c>'), codes: foreign },
  {
    name: 'more cells than a register has',
    make: inTheLastRow('<c r="A9"><v>1</v></c>'.repeat(500_000)),
    codes: ['too-many-rows'],
  },
  {
    name: 'cells without end that only have a format',
    make: inTheLastRow('<c r="XFD9" s="1"/>'.repeat(700_000)),
    codes: large,
  },
  {
    name: 'many cells that only have a format',
    make: inTheLastRow('<c r="XFD9" s="1"/>'.repeat(100_000)),
    codes: ['taken'],
  },
  {
    name: 'merged areas on each other',
    make: behindTheRows(
      `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(long)}</mergeCells>`,
    ),
    codes: foreign,
  },
];
const zeros = (bytes: number) => new Uint8Array(bytes);
const oleHeader = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Whole files that are not what a clerk sends. */
export const hostileFiles: readonly HostileFile[] = [
  ...longFiles,
  { name: '50 000 rows', make: many(50_000), codes: ['too-many-rows'] },
  {
    name: 'zip bomb of 70 MB of zeros in a sheet',
    make: () => withFiles({ [sheetPart]: zeros(70 * 1024 * 1024) }),
    codes: large,
  },
  {
    name: 'zip bomb in a part nobody reads',
    make: () => withFiles({ 'xl/media/image1.png': zeros(70 * 1024 * 1024) }),
    codes: large,
  },
  {
    name: 'a sheet in UTF-16, where a formula would not be seen',
    make: () =>
      withFiles({ [sheetPart]: Buffer.from('<worksheet><sheetData/></worksheet>', 'utf16le') }),
    codes: [...foreign, 'register-has-problems'],
  },
  {
    name: 'a zip within the zip',
    make: async () => withFiles({ 'xl/embeddings/inner.xlsx': await goodRegister() }),
    codes: foreign,
  },
  {
    name: 'a zip of zips',
    make: async () => zipSync({ 'a.zip': zipSync({ 'b.xlsx': await goodRegister() }) }),
    codes: foreign,
  },
  {
    name: 'ten thousand parts',
    make: () =>
      withFiles(Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`x/${n}`, zeros(0)]))),
    codes: large,
  },
  { name: 'entity bomb in a sheet', make: withBombIn(sheetPart, 'worksheet'), codes: foreign },
  {
    name: 'entity bomb in the shared strings',
    make: withBombIn('xl/sharedStrings.xml', 'sst'),
    codes: foreign,
  },
  {
    name: 'entity bomb in the workbook',
    make: withBombIn('xl/workbook.xml', 'workbook'),
    codes: foreign,
  },
  { name: 'entity bomb in the styles', make: withBombIn('xl/styles.xml', 'x'), codes: foreign },
  {
    name: 'an external entity',
    make: () =>
      withPart('xl/sharedStrings.xml', (text) =>
        text.replace(/<\?xml[^>]*>/, '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
      ),
    codes: foreign,
  },
  {
    name: 'links to another workbook',
    make: () => withFiles({ 'xl/externalLinks/externalLink1.xml': strToU8('<x/>') }),
    codes: foreign,
  },
  {
    name: 'macros',
    make: () => withFiles({ 'xl/vbaProject.bin': zeros(10) }),
    codes: foreign,
  },
  {
    name: 'a data connection',
    make: () => withFiles({ 'xl/connections.xml': strToU8('<connections/>') }),
    codes: foreign,
  },
  {
    name: 'the register on the second sheet',
    make: onTheWrongSheet,
    codes: ['register-has-problems'],
  },
  {
    name: 'a formula in a sheet nobody sees',
    make: () => withFiles({ 'xl/worksheets/sheet9.xml': strToU8('<c r="A1"><f>1</f></c>') }),
    codes: ['taken'],
  },
  {
    name: 'merged cells',
    make: sheetWith((text) =>
      text.replace('</sheetData>', '</sheetData><mergeCells><mergeCell ref="A1:L1"/></mergeCells>'),
    ),
    codes: ['taken', 'register-has-problems'],
  },
  {
    name: 'a link on a cell',
    make: sheetWith((text) =>
      text.replace(
        '</sheetData>',
        '</sheetData><hyperlinks><hyperlink ref="A2" location="http://evil.example"/></hyperlinks>',
      ),
    ),
    codes: ['taken'],
  },
  {
    name: 'a text file',
    make: () => strToU8('户号,姓名\n1,=1+1'),
    codes: ['register-has-problems'],
  },
  { name: 'a web page', make: () => strToU8('<html><table><tr><td>=1'), codes: foreign },
  { name: 'an old .xls or a locked file', make: () => new Uint8Array(oleHeader), codes: foreign },
  { name: 'an empty file', make: () => zeros(0), codes: foreign },
  { name: 'an empty zip', make: () => zipSync({}), codes: foreign },
  { name: 'half a file', make: async () => (await goodRegister()).slice(0, 1500), codes: foreign },
  { name: 'more than five megabytes', make: () => zeros(6 * 1024 * 1024), codes: large },
];
