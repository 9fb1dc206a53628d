import {
  type Sheet,
  writeSpreadsheet,
} from '../../../cloudfunctions/town/spreadsheet/write-spreadsheet';
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

function registerSheet(rows: readonly RegisterRow[]): Sheet {
  return {
    name: registerSheetName,
    headings: registerColumns.map(({ heading }) => heading),
    rows: rows.map((row) => registerColumns.map(({ read }) => read(row))),
    widths: registerColumns.map(({ widthCharacters }) => widthCharacters),
  };
}

function explanationSheet(): Sheet {
  const explained = registerColumns.map(({ heading, required, explanation }) => {
    return [heading, required ? '要填' : '可以空着', explanation];
  });
  return {
    name: explanationSheetName,
    headings: ['列名', '要不要填', '怎么填'],
    rows: [
      ...explained,
      ['', '', '一个人一行。前两行是样子,填之前删掉。不要加别的列,不要写公式。'],
      ['', '', '先看一遍再导入:有一处不对,整张表都不会写进去,会告诉你是哪一格。'],
    ],
    widths: [14, 12, 70],
  };
}

/** The sample township's register as an .xlsx file, to go through the same import as a real one. */
export function writeRegisterSpreadsheet(
  rows: readonly RegisterRow[] = buildRegisterRows(sampleSeed),
): Promise<Uint8Array> {
  return writeSpreadsheet([registerSheet(rows)]);
}

/** An empty register for a clerk: headings, two sample rows, a sheet that explains each column. */
export function writeRegisterTemplate(): Promise<Uint8Array> {
  return writeSpreadsheet([registerSheet(templateRows), explanationSheet()]);
}
