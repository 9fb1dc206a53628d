import { type FilePreview, previewFile } from '../../../config/run/register-preview';
import {
  alone,
  family,
  familyRead,
  member,
  nowMs,
  person,
  sheetOf,
  village,
} from '../../support/office-family';
import { type OfficeCell, type OfficeSheet, officeFile, writers } from '../../support/office-files';
import { registerHeadings } from '../../support/test-register';

type Case = {
  what: string;
  sheets: readonly OfficeSheet[];
  members?: FilePreview['members'];
  notes?: readonly string[];
};

const twoRowHeadings: OfficeCell[][] = [
  ['试一嘎查2026年户籍登记表', ...Array<null>(8).fill(null)],
  ['填报单位:试一嘎查村民委员会', null, null, null, null, null, '2026年11月', null, null],
  ['序号', '嘎查(村)', '户号', '户主', '家庭成员情况', null, null, null, '备注'],
  [null, null, null, '姓名', '姓名', '与户主的关系', '出生年月', '联系电话', null],
];
const familyInNine: OfficeCell[][] = [
  [1, village, '第12户', '试样甲', '试样甲', '本人', { serial: 27485 }, '+86 100-1234-5678', ''],
  [2, '', '', '', '试样乙', '配偶', '1978年3月', '/', '+1人在外'],
];
const twoRowMerges = [
  ...['A1:I1', 'A3:A4', 'B3:B4', 'C3:C4', 'E3:H3', 'I3:I4'],
  ...['B5:B6', 'C5:C6', 'D5:D6'],
];
const wordedOtherwise =
  '“户主姓名”当作户主,“与户主的关系”当作与户主关系,' +
  '“出生年月”当作出生年份,“联系电话”当作手机号。';
const withoutOffices =
  '没有“身份”、“村内近亲”、“常住类型”:登记过的人照原来的;新来的人没有手机号和近亲,算居民、本村。';

const quirks: readonly Case[] = [
  { what: 'as the template has it', sheets: alone(family()) },
  {
    what: 'a title and a date above, and headings that are formatted with spaces',
    sheets: [
      {
        name: '户册',
        rows: [
          ['户籍登记表'],
          [],
          registerHeadings.map((each) => (each === '姓名' ? '姓  名' : `${each}\n(必填)`)),
          ...family(),
        ],
        merged: ['A1:L1'],
      },
    ],
  },
  {
    what: 'a title, headings in two rows, merged cells, 序号, other words, dates',
    sheets: [{ name: '户册', rows: [...twoRowHeadings, ...familyInNine], merged: twoRowMerges }],
    notes: [wordedOtherwise, withoutOffices],
  },
  {
    what: 'last year on a hidden sheet in front, a summary with formulas behind',
    sheets: [
      sheetOf([person(99, '旧样甲', '旧样甲', '户主')], { name: '2025年', state: 'hidden' }),
      sheetOf([person(98, '旧样乙', '旧样乙', '户主')], { name: '2024年', state: 'veryHidden' }),
      sheetOf(family()),
      { name: '统计', rows: [['合计', { formula: 'COUNTA(户册!D2:D9)', value: 2 }]] },
    ],
    notes: ['隐藏的表没有读:“2025年”、“2024年”。', '只读了最前面的“户册”,没有读:“统计”。'],
  },
  {
    what: 'rows hidden by a filter',
    sheets: alone([...family(), person(12, '试样甲', '试样丙', '母亲', { born: 1950 })], {
      hiddenRows: [4],
      filter: 'A1:L4',
    }),
    members: [...familyRead, member('试样丙', '母亲', 1950)],
    notes: ['第 4 行是隐藏的或者被筛选掉的,一共 1 行,里面的人也会收进来。不要的请先删掉这些行。'],
  },
  {
    what: 'a hidden column',
    sheets: alone(family(), { hiddenColumns: [7] }),
    notes: ['H 列“手机号”在表里是隐藏的,也读了。'],
  },
  {
    what: 'formatted rows and columns without anything',
    sheets: alone(family(), { blankRows: 300, blankColumns: 80 }),
  },
  {
    what: 'signs for nothing, and text that begins as a formula does',
    sheets: alone([
      person(12, '试样甲', '试样甲', '户主', {
        born: 1975,
        phone: '10012345678',
        note: '+1人在外',
      }),
      [village, 12, '试样甲', '试样乙', '配偶', '-', 1978, '无', '—', '/', '——', '-'],
    ]),
  },
  {
    what: 'sums and signatures below, headings again between, columns that are numbered',
    sheets: alone([
      registerHeadings.map((_, index) => index + 1),
      ...family().slice(0, 1),
      [...registerHeadings],
      ...family().slice(1),
      ['合计', '', '', '2人'],
      ['填表人:试样甲', '', '', '', '审核:试样乙'],
    ]),
    notes: ['第 2、4、6、7 行不是人(表头、合计、签名这些),没有读。'],
  },
  {
    what: 'a column of the clerk’s own without a name',
    sheets: alone(family().map((row) => [...row, '看过'])),
    notes: ['M 列没有列名,没有读。'],
  },
  {
    what: 'without a column for the head',
    sheets: [
      {
        name: '户册',
        rows: [registerHeadings, ...family()].map((row) => row.filter((_, at) => at !== 2)),
      },
    ],
    notes: ['没有“户主”这一列:与户主关系写“户主”的人就是户主。'],
  },
  {
    what: 'people under 18, one who comes of age this year, one of whom it is said',
    sheets: alone([
      ...family(),
      person(12, '试样甲', '试样丁', '儿子', { born: 2012 }),
      person(12, '试样甲', '试样戊', '女儿', { born: '2008-11-30' }),
      person(12, '试样甲', '试样己', '女儿', { born: '2008-12-01' }),
      person(12, '试样甲', '试样庚', '儿子', { born: 2008 }),
      person(12, '试样甲', '试样辛', '儿子', { born: 2008, note: '已满18岁' }),
    ]),
    members: [...familyRead, member('试样戊', '女儿', 2008), member('试样辛', '儿子', 2008)],
    notes: [
      '第 4、6 行的 2 个人不满 18 岁:只记每户有几个,姓名和别的都不收。',
      '第 7 行的 1 个人今年满 18 岁,看不出满了没有,这次也没有收。已经满了的,在备注里写“已满18岁”再交。',
    ],
  },
  {
    what: 'names with every dot, width and space, and beyond U+FFFF',
    sheets: alone([
      person(12, '乌云•其木格', '乌云 . 其木格', '户主', { born: 1975 }),
      person(12, '乌云・其木格', '张　𠮷', '配偶', { born: 1978 }),
      person(12, '乌云·其木格', '\u2ee2样', '儿子', { born: 1999 }),
    ]),
    members: [
      { ...member('乌云·其木格', '户主', 1975), head: '乌云·其木格' },
      { ...member('张𠮷', '配偶', 1978), head: '乌云·其木格' },
      { ...member('马样', '儿子', 1999), head: '乌云·其木格' },
    ],
  },
];

for (const writer of writers) {
  test.each(quirks)(`${writer}: $what`, async ({ sheets, members = familyRead, notes = [] }) => {
    const said = await previewFile(officeFile(writer, sheets), nowMs);
    expect(said).toEqual({ members, problems: [], notes });
  });
}
