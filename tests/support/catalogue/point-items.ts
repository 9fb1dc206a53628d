import type { Cap, CapPeriod, PointItem, Standard } from '../../../src/contracts/scheme';

type Told = Pick<PointItem, 'id' | 'name' | 'standard' | 'caps'> & Partial<PointItem>;

function levels(...all: [id: string, name: string, points: number][]): Standard {
  return { kind: 'levels', levels: all.map(([id, name, points]) => ({ id, name, points })) };
}

/** A whole number is a fixed standard; no cap is none of its own. */
function item(
  id: string,
  name: string,
  standard: number | Standard,
  cap: [] | [period: CapPeriod, of: 'points' | 'times', most: number],
  more: Partial<PointItem> = {},
): Told {
  const [period, of, most] = cap;
  const caps: Cap[] = period === undefined ? [] : [{ period, [of as string]: most }];
  return {
    ...{ id, name, caps, ...more },
    standard: typeof standard === 'number' ? { kind: 'fixed', points: standard } : standard,
  };
}

/** What the towns of the tests are opened with: a township’s shipped items are its own affair. */
const byField: Record<string, Told[]> = {
  'patriotism-and-law': [
    item('attend-village-meeting', '参加村民(代表)会议', 2, ['quarter', 'points', 8], {
      declarers: ['cadre'],
      common: true,
      oncePerDay: true,
    }),
    item('law-and-fraud-lesson', '普法反诈学习', 2, ['quarter', 'points', 6]),
    item('military-service', '依法服兵役', 20, ['once', 'times', 1]),
    item('public-order-patrol', '治安巡防', 5, ['quarter', 'points', 20]),
    item('settle-dispute', '化解纠纷', 2, ['quarter', 'points', 8], { common: true }),
    item(
      'official-commendation',
      '受到表彰',
      levels(
        ['county', '县级', 15],
        ['league', '盟市级', 20],
        ['region', '自治区级', 30],
        ['nation', '国家级', 50],
      ),
      [],
      { evidence: 'photo', onceInALife: true },
    ),
  ],
  ecology: [
    item('plant-trees', '植树治沙', 5, ['year', 'points', 20], { evidence: 'photo', common: true }),
    item('grass-livestock-balance', '草畜平衡核查合格', 10, ['year', 'times', 1], {
      declarers: ['cadre'],
    }),
    item('clear-river-and-pasture-litter', '清理河道草场垃圾', 3, ['quarter', 'points', 12], {
      evidence: 'photo',
      common: true,
    }),
    item('grassland-fire-watch', '草原防火值守', 5, ['quarter', 'points', 20]),
    item('protect-wildlife', '保护野生动物', 5, ['year', 'points', 10]),
  ],
  industry: [
    item('graduate-starts-business', '大学生返乡创业', 30, ['once', 'times', 1], {
      evidence: 'photo',
      onceInALife: true,
    }),
    item('skills-training', '技能培训', 3, ['quarter', 'points', 9]),
    item('raise-neighbour-income', '带动邻里增收', 10, ['year', 'times', 1]),
    item(
      'unpaid-public-work',
      '无偿出工集体公益',
      { kind: 'per-unit', points: 10, unit: '半天', maximumUnits: 2 },
      ['quarter', 'points', 30],
      { evidence: 'photo' },
    ),
    item('animal-disease-control', '配合动物防疫', 5, ['quarter', 'times', 1]),
  ],
  'living-environment': [
    item('village-clean-up', '集中整治', 2, ['quarter', 'points', 8], {
      common: true,
      oncePerDay: true,
    }),
    item(
      'tidy-courtyard',
      '月度庭院',
      levels(['passing', '合格', 3], ['tidy', '整洁', 5]),
      ['month', 'times', 1],
      { evidence: 'photo', declarers: ['cadre'], common: true },
    ),
    item('sort-waste', '垃圾分类', 2, ['month', 'times', 1]),
    item('rebuild-toilet', '户厕改造', 5, ['once', 'times', 1], { evidence: 'photo' }),
    item('clear-pen-manure', '清棚圈粪污', 5, ['year', 'points', 10], { evidence: 'photo' }),
  ],
  civility: [
    item('simple-weddings-and-funerals', '抵制高价彩礼、婚丧简办', 5, ['year', 'points', 10]),
    item(
      'volunteer-service',
      '志愿服务',
      { kind: 'per-unit', points: 5, unit: '小时', step: 2, maximumUnits: 4 },
      ['quarter', 'points', 20],
      { common: true },
    ),
    item('model-family', '好媳妇好婆婆最美家庭', 10, ['year', 'times', 1], {
      declarers: ['cadre'],
    }),
    item('culture-and-sports', '文体活动', 2, ['quarter', 'points', 6]),
    item(
      'admitted-to-university',
      '考上大学',
      levels(['bachelor', '大学', 5], ['master', '硕士', 10], ['doctor', '博士', 20]),
      [],
      { onceInALife: true },
    ),
  ],
  'mutual-aid': [
    item('pair-up-help', '结对帮扶', 5, ['quarter', 'points', 20]),
    item('donate', '捐款捐物', 3, ['year', 'points', 6]),
    item('disaster-help', '灾害互助', 10, ['year', 'points', 20]),
    item('errand-for-neighbour', '邻里代办', 2, ['quarter', 'points', 8], { common: true }),
  ],
  health: [
    item('blood-donation', '无偿献血', 10, ['year', 'points', 20], {
      purse: 'honour',
      householdHidden: true,
    }),
    item('health-talk-and-exercise', '健康讲座健身', 2, ['quarter', 'points', 6]),
    item('free-check-up', '免费体检', 5, ['year', 'points', 5], { householdHidden: true }),
    item('first-aider', '培训成急救员', 10, []),
  ],
  integrity: [
    item('keep-village-rules', '村规民约承诺履约', 10, ['year', 'times', 1], {
      declarers: ['cadre'],
    }),
    item('return-lost-property', '拾金不昧', 5, []),
    item('honest-declaration', '如实申报', 5, ['year', 'times', 1], { declarers: ['cadre'] }),
    item('act-of-courage', '见义勇为', 50, [], { onceInALife: true }),
  ],
};

export const pointItems: PointItem[] = Object.entries(byField).flatMap(([fieldId, told]) =>
  told.map((each) => ({
    ...{ fieldId, guidance: `${each.name},做到了就记。`, evidence: 'none' },
    ...{ declarers: ['resident', 'cadre'], purse: 'both', householdHidden: false, common: false },
    ...each,
  })),
);
