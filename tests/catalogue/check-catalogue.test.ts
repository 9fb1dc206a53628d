import { readCatalogue } from '../../config/catalogue';
import { checkCatalogue } from '../../src/domain/catalogue/check-catalogue';
import { longestWayInWorkingDays } from '../../src/domain/catalogue/flow-chart';
import type { Catalogue, Matter, MatterStep } from '../../src/domain/catalogue/types';

/** A copy spoilt in one place; the rest stays lawful, so that only that rule can speak. */
function spoil(change: (catalogue: Catalogue) => void): string[] {
  const copy = structuredClone(readCatalogue());
  change(copy);
  return checkCatalogue(copy);
}

function first<T>(list: T[]): T {
  const [value] = list;
  if (value === undefined) throw new Error('empty list');
  return value;
}

function named(catalogue: Catalogue, name: string) {
  return first(catalogue.pointItems.filter((item) => item.name === name));
}

function matter(catalogue: Catalogue, key: string): Matter {
  return first(catalogue.matters.filter((candidate) => candidate.key === key));
}

const spoilers: [string, string, (catalogue: Catalogue) => void][] = [
  ['a repeated item id', '编号重复', (c) => c.pointItems.push(first(c.pointItems))],
  [
    'an id that is no slug',
    '编号重复或不合写法',
    (c) => {
      first(c.goods).id = 'Soap_1';
    },
  ],
  [
    'a reworded field',
    '八个方面',
    (c) => {
      first(c.fields).name = '爱党爱国';
    },
  ],
  ['a missing field', '八个方面', (c) => c.fields.pop()],
  [
    'an item in no field',
    '不在八个方面里',
    (c) => {
      first(c.pointItems).fieldId = 'other';
    },
  ],
  [
    'a field without items',
    '有的方面没有积分项目',
    (c) => {
      c.pointItems = c.pointItems.filter((item) => item.fieldId !== 'integrity');
    },
  ],
  [
    'a cap of zero',
    '上限要是正整数',
    (c) => {
      first(c.pointItems).caps = [{ period: 'quarter', points: 0 }];
    },
  ],
  [
    'a cap that limits nothing',
    '上限要是正整数',
    (c) => {
      first(c.pointItems).caps = [{ period: 'year' }];
    },
  ],
  [
    'a cap below one deed',
    '上限比一次的分还少',
    (c) => {
      first(c.pointItems).caps = [{ period: 'year', points: 1 }];
    },
  ],
  [
    'half a point',
    '分值要是正整数',
    (c) => {
      first(c.pointItems).standard = { kind: 'fixed', points: 0.5 };
    },
  ],
  [
    'no levels',
    '分值要是正整数',
    (c) => {
      first(c.pointItems).standard = { kind: 'levels', levels: [] };
    },
  ],
  [
    'an item nobody may declare',
    '没有人可以申报',
    (c) => {
      first(c.pointItems).declarers = [];
    },
  ],
  [
    'paid blood',
    '献血只能加荣誉分',
    (c) => {
      named(c, '无偿献血').purse = 'both';
    },
  ],
  [
    'a shown check-up',
    '健康类不能显示户',
    (c) => {
      named(c, '免费体检').householdHidden = false;
    },
  ],
  [
    'gifts by amount',
    '捐赠不能按金额记分',
    (c) => {
      named(c, '捐款捐物').standard = {
        kind: 'per-unit',
        points: 1,
        unit: '百元',
        maximumUnits: 9,
      };
    },
  ],
  [
    'points for not petitioning',
    '不能给“上访”记分',
    (c) => {
      first(c.pointItems).guidance = '全年没有上访。';
    },
  ],
  [
    'points for signing in',
    '不能给“用手机应用”记分',
    (c) => {
      first(c.pointItems).name = '每日签到';
    },
  ],
  [
    'a reminder that stops a benefit',
    '不能涉及“补贴和救助”',
    (c) => {
      first(c.reminders).guidance = '不改的停发低保。';
    },
  ],
  [
    'a reminder that gives',
    '只能减荣誉分',
    (c) => {
      first(c.reminders).honourPoints = 2;
    },
  ],
  [
    'goods below 5 points',
    '不到 5 分',
    (c) => {
      Object.assign(first(c.goods), { points: 4, costFen: 400 });
    },
  ],
  [
    'a wrong safety stock',
    '安全库存不是两成',
    (c) => {
      first(c.goods).safetyStock += 1;
    },
  ],
  [
    'inflated goods',
    '1 分不合 1 元',
    (c) => {
      first(c.goods).costFen *= 2;
    },
  ],
  [
    'a certificate without an office to go to',
    '没填全',
    (c) => {
      first(c.certificatesNotIssued).goTo = ' ';
    },
  ],
  [
    'legal terms of no matter',
    '提到了没有的事项',
    (c) => {
      first(c.legalTerms).matterKey = 'nothing';
    },
  ],
  [
    'a matter without a law',
    '没有写清政策依据',
    (c) => {
      first(c.matters).legalBases = [];
    },
  ],
  [
    'a basis without an article',
    '没有写清政策依据',
    (c) => {
      first(first(c.matters).legalBases).article = '';
    },
  ],
  [
    'a matter without a guiding office',
    '六项内容没填全',
    (c) => {
      first(c.matters).guidingOffice = '';
    },
  ],
  [
    'a matter without conditions',
    '六项内容没填全',
    (c) => {
      first(c.matters).conditions = [];
    },
  ],
  [
    'days that do not add up',
    '办结天数和流程图对不上',
    (c) => {
      first(c.matters).daysToFinish = 1;
    },
  ],
  [
    'a forbidden certificate',
    '属于不应出具的证明',
    (c) => {
      matter(c, 'litigation-representative').name = '亲属关系证明';
    },
  ],
  [
    'the exception taken away',
    '属于不应出具的证明',
    (c) => {
      for (const line of c.certificatesNotIssued) delete line.purposeExceptions;
    },
  ],
];

test.each(spoilers)('%s is found', (_, sentence, change) => {
  expect(spoil(change).join('\n')).toContain(sentence);
});

const chartSpoilers: [string, string, (steps: MatterStep[]) => void][] = [
  [
    'an arrow to nowhere',
    '有箭头指到没有的步骤',
    (s) => first(s).next.push({ to: 'x', when: 'y' }),
  ],
  ['two starts', '开头不是一个', (s) => s.push({ ...first(s), id: 'lonely', next: [] })],
  ['a step out of reach', '有走不到的步骤', (s) => s.push({ ...first(s), id: 'lonely', next: [] })],
  ['a way back to the start', '流程绕圈', (s) => s.at(-1)?.next.push({ to: first(s).id })],
  ['two steps of one id', '有两步同名', (s) => s.push(first(s))],
  [
    'no end',
    '没有结尾',
    (s) => {
      for (const step of s) if (step.next.length === 0) step.next = [{ to: step.id }];
    },
  ],
  [
    'a branch without its answers',
    '分岔没写清',
    (s) => {
      for (const step of s) for (const arrow of step.next) delete arrow.when;
    },
  ],
];

test.each(chartSpoilers)('a flow chart with %s is found', (_, sentence, change) => {
  const problems = spoil((c) => change(matter(c, 'homestead').steps));
  expect(problems.join('\n')).toContain(`事项 homestead:流程图${sentence}`);
});

function step(id: string, workingDays: number | null, ...to: string[]): MatterStep {
  const next = to.map((target) => ({ to: target, when: target }));
  return { id, name: id, who: '嘎查村', workingDays, text: id, next };
}

test('the longest way counts the slower branch, and steps without a limit as nothing', () => {
  const steps = [step('a', 1, 'b', 'c'), step('b', 2, 'd'), step('c', 9, 'd'), step('d', null)];
  expect(longestWayInWorkingDays(steps)).toBe(10);
});

test('a circle beside the main way is found too', () => {
  const steps = [step('a', 1, 'd'), step('b', 1, 'c'), step('c', 1, 'b'), step('d', 1)];
  expect(longestWayInWorkingDays(steps)).toBeNull();
});

test.each([
  ['不上访的', '上访'],
  ['生二胎奖励', '生育'],
  ['没有欠债', '欠债'],
  ['转发文章到朋友圈', '用手机应用'],
  ['违者罚款五十元', '罚款'],
  ['取消当年草场补贴', '补贴和救助'],
  ['三次以上一票否决', '一票否决'],
])('an item “%s” touches %s', (name, topic) => {
  const problems = spoil(({ pointItems }) => {
    first(pointItems).name = name;
  });
  expect(problems.join()).toContain(`不能给“${topic}”记分`);
});

test.each(['清理河道草场垃圾', '帮邻里化解纠纷', '扣好羊圈的门', '登记草场'])(
  'an item “%s” may be scored',
  (name) => {
    const problems = spoil(({ pointItems }) => {
      first(pointItems).name = name;
    });
    expect(problems.join()).not.toContain('不能给');
  },
);
