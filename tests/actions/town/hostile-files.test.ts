import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { town as contracts } from '../../../src/contracts';
import { importInput } from '../../support/import-input';
import { registerRow, spreadsheetOf, testMembers } from '../../support/test-register';
import { openTestTown, type TestTown } from '../../support/town';

let town: TestTown;
beforeAll(async () => {
  town = await openTestTown();
});

const rows = () => testMembers(1).map((member) => registerRow('试一嘎查', member));

async function refusalOf(bytes: Uint8Array | null) {
  const fileId = bytes ? town.putFile('hostile.xlsx', bytes) : 'cloud://test.files/none.xlsx';
  const [preview, written] = await Promise.all([
    town.administrator.call(contracts.previewRegister, { fileId }),
    town.administrator.call(
      contracts.importRegister,
      await importInput(town.administrator, fileId),
    ),
  ]);
  if (preview.ok || written.ok) throw new Error('should be refused');
  expect(preview.error.code).toBe(written.error.code);
  return preview.error;
}

/** The spreadsheet with one part of the archive changed or added. */
async function withPart(name: string, change: (text: string) => string): Promise<Uint8Array> {
  const parts = unzipSync(await spreadsheetOf(rows()));
  const before = parts[name];
  parts[name] = strToU8(change(before ? strFromU8(before) : ''));
  return zipSync(parts);
}
const sheet = 'xl/worksheets/sheet1.xml';

async function problemsOf(bytes: Uint8Array) {
  const fileId = town.putFile('hostile.xlsx', bytes);
  const { problems } = await town.administrator.must(contracts.previewRegister, { fileId });
  const written = await town.administrator.call(
    contracts.importRegister,
    await importInput(town.administrator, fileId),
  );
  expect(written.ok).toBe(problems.length === 0);
  return problems;
}

test('a formula is a problem that names its cell', async () => {
  const bytes = await withPart(sheet, (text) =>
    text.replace(/<c r="B2"[^>]*>.*?<\/c>/, '<c r="B2"><f>1+1</f></c>'),
  );
  const problem = { cell: 'B2', message: expect.stringContaining('公式') };
  expect(await problemsOf(bytes)).toMatchObject([problem]);
});

test.each(['=cmd|calc', '+SUM(A1)', '-2+3', '@import', ' =1', '+1人在外'])(
  'text like %s is text: no problem where nothing is kept, none that is kept',
  async (text) => {
    const [first = [], ...others] = rows();
    const inNote = [...first.slice(0, 11), text];
    expect(await problemsOf(await spreadsheetOf([inNote, ...others]))).toEqual([]);
    const inRelation = first.map((cell, at) => (at === 4 ? text : cell));
    expect(await problemsOf(await spreadsheetOf([inRelation, ...others]))).toMatchObject([
      { cell: 'E2', message: '有不认得的字符。只写汉字。' },
    ]);
    const kept = JSON.stringify([town.engine.find('members'), town.engine.find('households')]);
    expect(kept).not.toContain(text.trim());
  },
);

test('a formula hidden behind a prefix is seen, one in a sheet nobody reads is none', async () => {
  const prefixed = await withPart(sheet, (text) =>
    text.replace('</sheetData>', '<x:f>1</x:f></sheetData>'),
  );
  expect(await problemsOf(prefixed)).toHaveLength(1);
  const second = await withPart('xl/worksheets/sheet2.xml', () => '<c r="A1"><f>1</f></c>');
  expect(await problemsOf(second)).toEqual([]);
});

test('50 000 rows are refused before their cells are read', async () => {
  const many = await withPart(sheet, (text) => {
    const row = /<row r="2".*?<\/row>/.exec(text)?.[0] ?? '';
    return text.replace('</sheetData>', `${row.repeat(50_000)}</sheetData>`);
  });
  expect(many.byteLength).toBeLessThan(5 * 1024 * 1024);
  expect(await refusalOf(many)).toMatchObject({ code: 'too-many-rows' });
});

test('a cell far down or far right is refused before the space is filled', async () => {
  const withCell = (row: number, cell: string) =>
    withPart(sheet, (text) =>
      text.replace('</sheetData>', `<row r="${row}"><c r="${cell}"><v>1</v></c></row></sheetData>`),
    );
  expect(await refusalOf(await withCell(900_000, 'A900000'))).toMatchObject({
    code: 'too-many-rows',
  });
  expect(await refusalOf(await withCell(60, 'A900000'))).toMatchObject({ code: 'too-many-rows' });
  expect(await refusalOf(await withCell(60, 'XFD60'))).toMatchObject({
    code: 'file-not-spreadsheet',
  });
});

/** Writes another unpacked size of a part into the archive's directory. */
function sayingItUnpacksTo(bytes: Uint8Array, name: string, sizeBytes: number): Uint8Array {
  const changed = Buffer.from(bytes);
  const directoryEntry = Buffer.from([0x50, 0x4b, 0x01, 0x02]);
  let at = changed.indexOf(directoryEntry);
  while (at !== -1 && changed.toString('latin1', at + 46, at + 46 + name.length) !== name) {
    at = changed.indexOf(directoryEntry, at + 4);
  }
  if (at === -1) throw new Error(`no part ${name}`);
  changed.writeUInt32LE(sizeBytes, at + 24);
  return changed;
}

test('a zip bomb is refused by what it says of itself', async () => {
  const bomb = sayingItUnpacksTo(await spreadsheetOf(rows()), sheet, 2_000_000_000);
  expect(await refusalOf(bomb)).toMatchObject({ code: 'file-too-large' });
});

test('a zip bomb that lies about its size gets no more room than it asked for', async () => {
  const large = await withPart(sheet, (text) =>
    text.replace('</sheetData>', ' '.repeat(8_000_000)),
  );
  const lying = sayingItUnpacksTo(large, sheet, 1_000);
  expect(['file-not-spreadsheet', 'file-too-large']).toContain((await refusalOf(lying)).code);
});

test('macros and links to other files are refused', async () => {
  for (const name of ['xl/vbaProject.bin', 'xl/externalLinks/externalLink1.xml']) {
    expect(await refusalOf(await withPart(name, () => 'x'))).toMatchObject({
      code: 'file-not-spreadsheet',
    });
  }
});

test('entities, text without headings, torn files and nothing are each refused', async () => {
  const good = await spreadsheetOf(rows());
  const entity = await withPart(sheet, (text) =>
    text.replace('<worksheet', '<!DOCTYPE a []><worksheet'),
  );
  expect(await refusalOf(entity)).toMatchObject({ code: 'file-not-spreadsheet' });
  expect(await problemsOf(strToU8('户号,姓名'))).toMatchObject([{ cell: 'A1', column: '表头' }]);
  expect(await refusalOf(good.slice(0, 900))).toMatchObject({ code: 'file-not-spreadsheet' });
  expect(await refusalOf(new Uint8Array(0))).toMatchObject({ code: 'file-not-spreadsheet' });
  expect(await refusalOf(new Uint8Array(6 * 1024 * 1024))).toMatchObject({
    code: 'file-too-large',
  });
  expect(await refusalOf(null)).toMatchObject({ code: 'file-not-found' });
});
