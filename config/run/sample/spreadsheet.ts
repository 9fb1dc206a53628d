import writeExcelFile, { type CellObject, type SheetData } from 'write-excel-file/node';
import { type RegisterRow, registerColumns } from './columns';
import { buildRegisterRows } from './register';
import { sampleSeed } from './town';

export const registerSheetName = '户册';
export const explanationSheetName = '怎么填';

const templateRows: RegisterRow[] = [
  {
    villageName: '样子嘎查',
    householdNumber: 1,
    headName: '样例甲',
    name: '样例甲',
    relationToHead: '户主',
    gender: '男',
    birthYear: 1980,
    phone: '10000000011',
    job: '居民',
    kinHouseholdNumbers: [5, 12],
    residence: '本村',
    note: '这是样子,填之前删掉',
  },
  {
    villageName: '样子嘎查',
    householdNumber: 1,
    headName: '样例甲',
    name: '样例乙',
    relationToHead: '配偶',
    gender: '女',
    birthYear: 1982,
    phone: '',
    job: '评议小组成员',
    kinHouseholdNumbers: [5, 12],
    residence: '本村',
    note: '这是样子,填之前删掉',
  },
];

function heading(text: string): CellObject {
  return { value: text, type: String, fontWeight: 'bold' };
}

/** Text is written as text, so that a phone number keeps its digits and nothing is a formula. */
function cell(value: string | number): CellObject | null {
  if (value === '') return null;
  return typeof value === 'number' ? { value, type: Number } : { value, type: String };
}

function registerSheet(rows: readonly RegisterRow[]) {
  const data: SheetData = [
    registerColumns.map((column) => heading(column.heading)),
    ...rows.map((row) => registerColumns.map((column) => cell(column.read(row)))),
  ];
  const columns = registerColumns.map((column) => ({ width: column.widthCharacters }));
  return { data, sheet: registerSheetName, columns, stickyRowsCount: 1 };
}

function explanationSheet() {
  const data: SheetData = [
    ['列名', '要不要填', '怎么填'].map(heading),
    ...registerColumns.map((column) =>
      [column.heading, column.required ? '要填' : '可以空着', column.explanation].map(cell),
    ),
    ['', '', '一个人一行。前两行是样子,填之前删掉。不要改列名,不要写公式。'].map(cell),
    ['', '', '先看一遍再导入:有一处不对,整张表都不会写进去,会告诉你是哪一行。'].map(cell),
  ];
  const columns = [{ width: 14 }, { width: 12 }, { width: 70 }];
  return { data, sheet: explanationSheetName, columns, stickyRowsCount: 1 };
}

/** The sample township's register as an .xlsx file, to go through the same import as a real one. */
export async function writeRegisterSpreadsheet(
  rows: readonly RegisterRow[] = buildRegisterRows(sampleSeed),
): Promise<Uint8Array> {
  return writeExcelFile([registerSheet(rows)]).toBuffer();
}

/** An empty register for a clerk: headings, two sample rows, a sheet that explains each column. */
export async function writeRegisterTemplate(): Promise<Uint8Array> {
  return writeExcelFile([registerSheet(templateRows), explanationSheet()]).toBuffer();
}
