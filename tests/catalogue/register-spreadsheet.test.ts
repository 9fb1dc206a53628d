import readExcelFile, { readSheet } from 'read-excel-file/node';
import {
  buildRegisterRows,
  registerColumns,
  sampleSeed,
  writeRegisterSpreadsheet,
  writeRegisterTemplate,
} from '../../config/run/sample';

const headings = [
  ...['嘎查村', '户号', '户主', '姓名', '与户主关系', '性别'],
  ...['出生年份', '手机号', '身份', '村内近亲', '常住类型', '备注'],
];

test('the register reads back cell for cell', async () => {
  const rows = buildRegisterRows(sampleSeed);
  const [first, ...lines] = await readSheet(Buffer.from(await writeRegisterSpreadsheet()));
  expect(first).toEqual(headings);
  expect(lines).toHaveLength(rows.length);
  const expected = rows.map((row) =>
    registerColumns.map((column) => {
      const value = column.read(row);
      return value === '' ? null : value;
    }),
  );
  expect(lines).toEqual(expected);
});

test('phones and kin stay text, numbers stay numbers', async () => {
  const [, ...lines] = await readSheet(Buffer.from(await writeRegisterSpreadsheet()));
  for (const line of lines) {
    expect(typeof line[1]).toBe('number');
    expect(typeof line[6]).toBe('number');
    for (const cell of [line[7], line[9]]) expect(['string', 'object']).toContain(typeof cell);
  }
});

test('the template has the headings, two sample rows and a line for each column', async () => {
  const sheets = await readExcelFile(Buffer.from(await writeRegisterTemplate()));
  expect(sheets.map((sheet) => sheet.sheet)).toEqual(['户册', '怎么填']);
  const [register, explanations] = sheets;
  expect(register?.data[0]).toEqual(headings);
  expect(register?.data).toHaveLength(3);
  const explained = explanations?.data.slice(1, 1 + headings.length) ?? [];
  expect(explained.map((line) => line[0])).toEqual(headings);
  expect(explained.every((line) => String(line[2]).length > 3)).toBe(true);
});
