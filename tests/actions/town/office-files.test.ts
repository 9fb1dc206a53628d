import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { previewFile } from '../../../config/run/register-preview';
import { town as contracts } from '../../../src/contracts';
import { alone, family, familyRead, nowMs, person } from '../../support/office-family';
import { officeFile } from '../../support/office-files';
import { registerHeadings } from '../../support/test-register';
import { openTestTown } from '../../support/town';

const inChinese: Record<string, number[]> = {};
/** Node reads GB18030 and does not write it: the table is turned around, for what stands here. */
function gb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe && Object.keys(inChinese).length < 23_000; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (Array.from(character).length === 1) inChinese[character] ??= [lead, trail];
    }
  }
  // Of four bytes: in no older encoding.
  inChinese.𠮷 = [0x95, 0x34, 0xb2, 0x35];
  const bytes = Array.from(text).flatMap((each) => {
    return each.charCodeAt(0) < 128 ? each.charCodeAt(0) : (inChinese[each] ?? [0x3f]);
  });
  return Uint8Array.from(bytes);
}

const wide = (text: string, turned: boolean) => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return new Uint8Array(turned ? bytes.swap16() : bytes);
};

/** A field with the sign between fields, a quote or a line break in it stands in quotes. */
function textTable(rows: readonly (readonly unknown[])[], sign = ','): string {
  const field = (cell: unknown) => {
    const text = String(cell ?? '');
    return /[",\t;\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
  };
  return rows.map((row) => row.map(field).join(sign)).join('\r\n');
}

const rows = [
  ['户籍登记表', ...Array<string>(11).fill('')],
  registerHeadings,
  person(12, '试样甲', '试样甲', '户主', {
    ...{ born: '1975/4/2', phone: '="10012345678"', note: '在外,"+1人"\n明年回' },
  }),
  ['试一嘎查', '12号', '试样甲', '试样乙', '配偶', '-', 1978, '/', '', '', '', '=1+1'],
];
const text = textTable(rows);

test.each<[what: string, bytes: Uint8Array]>([
  ['UTF-8', strToU8(text)],
  ['UTF-8 with a mark', strToU8(`\ufeff${text}`)],
  ['GB18030', gb18030(text)],
  ['UTF-16, as “Unicode 文本”', wide(textTable(rows, '\t'), false)],
  ['UTF-16 the other way round', wide(textTable(rows, '\t'), true)],
  ['semicolons', strToU8(textTable(rows, ';'))],
])('CSV in %s', async (_what, bytes) => {
  expect(await previewFile(bytes, nowMs)).toEqual({ members: familyRead, problems: [], notes: [] });
});

test('a rare character of four bytes comes through GB18030', async () => {
  const [row = []] = family();
  const named = row.map((cell) => (cell === '试样甲' ? '张𠮷' : cell));
  const { members } = await previewFile(gb18030(textTable([registerHeadings, named])), nowMs);
  expect(members[0]).toMatchObject({ head: '张𠮷', name: '张𠮷' });
});

/** A container of the old programs, with a stream of this name. */
function oldContainer(stream: string, ...records: number[]): Uint8Array {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set(records, 512);
  bytes.set(new Uint8Array(Buffer.from(stream, 'utf16le')), 1024);
  return bytes;
}
const beginsSheets = [0x09, 0x08, 0x10, 0x00, ...Array<number>(16).fill(0)];
const packed = (...names: string[]) =>
  zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<x/>')])));

const saveAnew = '请用 WPS 或 Excel 打开,“另存为”选“.xlsx”,再交。';
const locked = '这个文件设了打开密码,读不了。请用 WPS 或 Excel 打开,去掉密码,存成 .xlsx 再交。';
const lively =
  '这张表带着宏,或者连到别的文件。请新建一张空表,把有人的行复制过去(只粘贴数值),存成 .xlsx 再交。';

test.each<[what: string, bytes: Uint8Array, message: string]>([
  [
    '.xls and .et',
    oldContainer('Workbook', ...beginsSheets),
    `这是旧格式的表格(.xls 或 WPS 的 .et),读不了。${saveAnew}`,
  ],
  ['a locked .xls', oldContainer('Workbook', ...beginsSheets, 0x2f, 0, 4, 0), locked],
  ['a locked .xlsx', oldContainer('EncryptedPackage'), locked],
  ['.doc', oldContainer('WordDocument'), `这是文字文档,不是表格。${saveAnew}`],
  ['.ods', packed('mimetype', 'content.xml'), `这是 LibreOffice 的 .ods 表格,读不了。${saveAnew}`],
  ['.xlsb', packed('xl/workbook.bin'), `这是 .xlsb 表格,读不了。${saveAnew}`],
  ['.docx', packed('word/document.xml'), `这是文字文档,不是表格。${saveAnew}`],
  ['a packed folder', packed('户册.xlsx'), `这是压缩包,请先解压。${saveAnew}`],
  ['macros', packed('xl/workbook.xml', 'xl/vbaProject.bin'), lively],
  [
    'a web page called .xls',
    strToU8('<html><table><tr><td>户号'),
    `这是网页格式的表格,读不了。${saveAnew}`,
  ],
  [
    'XML of 2003',
    strToU8('<?xml version="1.0"?><Workbook/>'),
    `这是 XML 格式的表格,读不了。${saveAnew}`,
  ],
  ['PDF', strToU8('%PDF-1.7'), `这是 PDF,不是表格。${saveAnew}`],
  ['a photo', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), `这是照片,不是表格。${saveAnew}`],
  ['nothing', new Uint8Array(0), `这个文件是空的。${saveAnew}`],
  ['anything', Uint8Array.of(1, 0, 2, 0, 255, 255), `这个文件不是表格。${saveAnew}`],
])('%s is recognised by its content', async (_what, bytes, message) => {
  const said = await previewFile(bytes, nowMs);
  expect(said).toEqual({ members: [], problems: [{ cell: '', message }], notes: [] });
});

test('the command prints what the function answers, and nothing else', async () => {
  const town = await openTestTown();
  const bytes = officeFile(
    'wps',
    alone([...family(), person(12, '试样甲', '试样丙', '女儿', { born: 2020 })]),
  );
  const folder = mkdtempSync(path.join(tmpdir(), 'register-'));
  try {
    const file = path.join(folder, '户 册.xlsx');
    writeFileSync(file, bytes);
    const script = path.resolve('config/run/read-register.ts');
    const printed = execFileSync(process.execPath, ['--import', 'tsx', script, file], {
      encoding: 'utf8',
    });
    expect(JSON.parse(printed)).toEqual(await previewFile(bytes, Date.now()));
    const answer = await town.administrator.must(contracts.previewRegister, {
      fileId: town.putFile('office.xlsx', bytes),
    });
    const { notes } = JSON.parse(printed);
    expect(JSON.parse(printed)).toMatchObject({ members: familyRead, problems: [] });
    // The command knows nobody; the town also says which of its households the file leaves out.
    expect(answer.notes).toEqual([...notes, expect.stringContaining('不在这张表里')]);
    expect(answer).toMatchObject({ members: 2, minors: 1, problems: [] });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
