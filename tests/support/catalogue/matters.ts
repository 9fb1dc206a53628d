import type {
  ListKind,
  Matter,
  MatterLegalTerms,
  MatterStep,
} from '../../../src/domain/catalogue/types';

const step = (id: string, next: MatterStep['next'], workingDays = 2): MatterStep => ({
  ...{ id, name: `${id}这一步`, who: '嘎查村委员会', workingDays },
  ...{ text: `照着${id}这一步说的做,办完写下来。`, next },
});

const steps: MatterStep[] = [
  step('a', [{ to: 'b' }]),
  step('b', [
    { to: 'c', when: '要改' },
    { to: 'd', when: '不用改' },
  ]),
  step('c', [{ to: 'd' }], 5),
  step('d', [
    { to: 'e', when: '通过' },
    { to: 'f', when: '没通过' },
  ]),
  step('e', [{ to: 'g' }]),
  step('f', []),
  step('g', []),
];

function matter(list: ListKind, key: string, number: string): Matter {
  return {
    ...{ key, list, name: `${number}号事项`, category: '试验' },
    conditions: [`要办${number}号事项的`, '合乎规定的'],
    materials: ['身份证', '写明白的申请'],
    steps,
    legalBases: [{ law: '试验法', article: '第一条', versionDate: '2025-04', checked: '待核' }],
    supervision: {
      subject: '监督委员会',
      object: '嘎查村委员会',
      method: '看办完的记录',
      phone: '12345',
    },
    ...{ guidingOffice: '镇里的办公室', daysToFinish: 15, fee: '不收钱' },
  };
}

/** As many of each list as a village may well begin with: they do not fit into one transaction. */
const counts: [list: ListKind, count: number][] = [
  ['self-governance', 18],
  ['assist-government', 18],
  ['negative', 9],
  ['certificate', 5],
];

/** Its assembly is announced ten days before. */
const rulesKey = 'village-rules';

export const matters: Matter[] = counts.flatMap(([list, count]) =>
  Array.from({ length: count }, (_, index) => {
    const number = index + 1;
    const key = list === 'self-governance' && index === 0 ? rulesKey : `${list}-${number}`;
    return matter(list, key, `${counts.findIndex(([each]) => each === list) + 1}-${number}`);
  }),
);

export const legalTerms: MatterLegalTerms[] = [
  { matterKey: rulesKey, terms: [{ name: '开会前公告', value: 10, unit: '天' }] },
];
