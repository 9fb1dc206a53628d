import { writeSpreadsheet } from '../../cloudfunctions/town/spreadsheet/write-spreadsheet';

export const registerHeadings = [
  '嘎查村',
  '户号',
  '户主',
  '姓名',
  '与户主关系',
  '性别',
  '出生年份',
  '手机号',
  '身份',
  '村内近亲',
  '常住类型',
  '备注',
];

/** One person of the test register; the head first in each household. */
export type TestMember = {
  householdNumber: number;
  headName: string;
  name: string;
  relation: string;
  birthYear: number;
  phone: string;
  job: string;
  relatives: string;
  note?: string;
};

const cadre = '嘎查村委员会成员';
const supervisor = '监督委员会成员';
const panel = '评议小组成员';

/** The offices that these words of the register stand for. */
export const testOffices: Readonly<Record<string, 'cadre' | 'supervisor' | 'panel'>> = {
  ...{ [cadre]: 'cadre', [supervisor]: 'supervisor', [panel]: 'panel' },
};

/** Job and relatives of each head: 1 to 3 committee, 4 to 6 supervisors, 7 to 12 panel. */
const heads: [job: string, relatives: string][] = [
  [cadre, '14'],
  [cadre, ''],
  [cadre, ''],
  [supervisor, ''],
  [supervisor, ''],
  [supervisor, ''],
  [panel, '15'],
  [panel, ''],
  [panel, ''],
  [panel, ''],
  [panel, ''],
  [panel, ''],
  ['居民', ''],
  ['居民', '1'],
  ['', '7'],
  ['', ''],
];

const numerals = '一二三四五六七八九十';
const inNumerals = (number: number) =>
  number > 10 ? `十${numerals[number - 11]}` : `${numerals[number - 1]}`;

export const testHouseholds = heads.length;
/** Made-up: no number in use begins with 100. */
export function testPhone(villageNumber: number, householdNumber: number): string {
  return `100${villageNumber}${String(householdNumber).padStart(7, '0')}`;
}
export function testHeadName(householdNumber: number): string {
  return `试户${inNumerals(householdNumber)}`;
}

/** Sixteen households of head, spouse and child; the head of the last has no phone. */
export function testMembers(villageNumber: number): TestMember[] {
  return heads.flatMap(([job, relatives], index) => {
    const householdNumber = index + 1;
    const headName = testHeadName(householdNumber);
    const phone = householdNumber === heads.length ? '' : testPhone(villageNumber, householdNumber);
    const base = { householdNumber, headName, relatives };
    return [
      { ...base, name: headName, relation: '户主', birthYear: 1975, phone, job },
      { ...base, name: `${headName}偶`, relation: '配偶', birthYear: 1978, phone: '', job: '居民' },
      // Comes of age in the year of the tests: stored on the registrar's word, not surely grown.
      {
        ...{
          ...base,
          name: `${headName}子`,
          relation: '儿子',
          birthYear: 2008,
          phone: '',
          job: '',
        },
        note: '已满18岁',
      },
    ];
  });
}

/** A register row as clerks write it. */
export function registerRow(villageName: string, member: TestMember): (string | number)[] {
  return [
    villageName,
    member.householdNumber,
    member.headName,
    member.name,
    member.relation,
    '男',
    member.birthYear,
    member.phone,
    member.job,
    member.relatives,
    '本村',
    member.note ?? '',
  ];
}

/** An .xlsx file of the given rows, the headings before them. */
export function spreadsheetOf(
  rows: readonly (readonly (string | number)[])[],
  headings: readonly string[] = registerHeadings,
): Promise<Uint8Array> {
  return writeSpreadsheet([{ name: '户册', headings, rows }]);
}
