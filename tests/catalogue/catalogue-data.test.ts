import { readCatalogue } from '../../config/catalogue';
import { matter as matterSchema } from '../../src/contracts/lists';
import type { PointItem } from '../../src/contracts/scheme';
import { pointItem as pointItemSchema } from '../../src/contracts/scheme';
import { checkCatalogue } from '../../src/domain/catalogue/check-catalogue';
import { someBasisIsUnchecked } from '../../src/domain/catalogue/check-matters';

const catalogue = readCatalogue();
const item = (name: string): PointItem => {
  const found = catalogue.pointItems.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`no item ${name}`);
  return found;
};
const mattersOf = (list: string) => catalogue.matters.filter((matter) => matter.list === list);

test('the catalogue breaks no rule', () => {
  expect(checkCatalogue(catalogue)).toEqual([]);
});

test('every field of the plan has its items: 38 in all', () => {
  const counts = catalogue.fields.map(
    (field) => catalogue.pointItems.filter((candidate) => candidate.fieldId === field.id).length,
  );
  expect(counts).toEqual([6, 5, 5, 5, 5, 4, 4, 4]);
});

test.each<[string, PointItem['standard'], PointItem['caps']]>([
  ['清理河道草场垃圾', { kind: 'fixed', points: 3 }, [{ period: 'quarter', points: 12 }]],
  ['参加村民(代表)会议', { kind: 'fixed', points: 2 }, [{ period: 'quarter', points: 8 }]],
  ['依法服兵役', { kind: 'fixed', points: 20 }, [{ period: 'once', times: 1 }]],
  ['草畜平衡核查合格', { kind: 'fixed', points: 10 }, [{ period: 'year', times: 1 }]],
  [
    '无偿出工集体公益',
    { kind: 'per-unit', points: 10, unit: '半天', maximumUnits: 2 },
    [{ period: 'quarter', points: 30 }],
  ],
  ['见义勇为', { kind: 'fixed', points: 50 }, []],
])('%s has the standard and cap of the domain paper', (name, standard, caps) => {
  expect(item(name).standard).toEqual(standard);
  expect(item(name).caps).toEqual(caps);
});

test('levels carry their points in order', () => {
  const points = (name: string) => {
    const { standard } = item(name);
    return standard.kind === 'levels' ? standard.levels.map((level) => level.points) : [];
  };
  expect(points('受到表彰')).toEqual([15, 20, 30, 50]);
  expect(points('月度庭院')).toEqual([3, 5]);
  expect(points('考上大学')).toEqual([5, 10, 20]);
});

test('blood donation earns honour only and hides the household', () => {
  expect(item('无偿献血')).toMatchObject({ purse: 'honour', householdHidden: true });
  expect(item('免费体检')).toMatchObject({ purse: 'both', householdHidden: true });
  const hidden = catalogue.pointItems.filter((candidate) => candidate.householdHidden);
  expect(hidden.map((candidate) => candidate.name)).toEqual(['无偿献血', '免费体检']);
});

test('five reminders take 2, 2, 5, 5 and 3 honour points', () => {
  expect(catalogue.reminders.map((reminder) => reminder.honourPoints)).toEqual([
    -2, -2, -5, -5, -3,
  ]);
});

test('goods: 21 and three services, a start of 10 000 to 25 000 yuan a village', () => {
  const goods = catalogue.goods.filter((line) => line.kind === 'goods');
  expect(goods).toHaveLength(21);
  expect(catalogue.goods.filter((line) => line.kind === 'service')).toHaveLength(3);
  const yuan = goods.reduce((sum, line) => sum + (line.startStock * line.costFen) / 100, 0);
  expect(yuan).toBeGreaterThanOrEqual(10_000);
  expect(yuan).toBeLessThanOrEqual(25_000);
});

test('the four lists hold their starting matters', () => {
  expect(mattersOf('self-governance')).toHaveLength(18);
  expect(mattersOf('assist-government')).toHaveLength(18);
  expect(mattersOf('negative')).toHaveLength(9);
  expect(mattersOf('certificate')).toHaveLength(5);
});

test('every seeded basis is marked as not checked', () => {
  expect(catalogue.matters.every(someBasisIsUnchecked)).toBe(true);
  const bases = catalogue.matters.flatMap((matter) => matter.legalBases);
  expect(new Set(bases.map((basis) => basis.checked))).toEqual(new Set(['待核']));
});

test('flow charts are specific: no two matters of list A or B share one', () => {
  const matters = [...mattersOf('self-governance'), ...mattersOf('assist-government')];
  const texts = matters.map((matter) => matter.steps.map((step) => step.text).join());
  expect(new Set(texts).size).toBe(texts.length);
  expect(matters.every((matter) => matter.steps.length >= 4)).toBe(true);
});

test('what is published and recorded fits the contracts word for word', () => {
  for (const matter of catalogue.matters) expect(matterSchema.parse(matter)).toEqual(matter);
  for (const line of catalogue.pointItems) expect(pointItemSchema.parse(line)).toEqual(line);
});

test('twenty certificates are not issued; adoption is the one named exception', () => {
  expect(catalogue.certificatesNotIssued).toHaveLength(20);
  const excepted = catalogue.certificatesNotIssued.filter((line) => line.purposeExceptions);
  expect(excepted.map((line) => line.name)).toEqual(['婚姻状况证明']);
  expect(excepted[0]?.purposeExceptions?.[0]?.matterKey).toBe('adopter-circumstances');
});

test('a village assembly is announced ten days before', () => {
  const terms = catalogue.legalTerms.find((line) => line.matterKey === 'village-assembly')?.terms;
  expect(terms).toContainEqual({ name: '开会前公告', value: 10, unit: '天' });
});
