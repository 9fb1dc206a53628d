import { usedBy, usesThatFit, yearsOfDeeds } from '../../../src/domain/scheme/kept-uses';
import type { Allowance } from '../../../src/domain/scheme/types';

const use = (itemId: string, day: string, points = 3) => ({
  ...{ recordId: `${itemId} ${day}`, itemId, day, points },
});
const allowance = (householdId: string, period: string, ...uses: Allowance['uses']): Allowance => ({
  ...{ householdId, period, uses },
});

test.each([
  ['2026-11-30', [2026]],
  ['2026-12-31', [2026]],
  ['2027-01-01', [2026, 2027]],
  ['2027-01-30', [2026, 2027]],
  ['2027-01-31', [2027]],
])('on %s deeds of %j may still be told', (today, years) => {
  expect(yearsOfDeeds(today)).toEqual(years);
});

test('what is kept says whose it is and names no record', () => {
  const allowances = [
    allowance('b', '2026', use('clean', '2026-11-20')),
    allowance('a', 'once', use('hero', '2024-05-01', 30)),
    allowance('a', '2026', use('clean', '2026-11-21')),
  ];
  expect(usesThatFit(['a', 'b'], allowances, 9)).toEqual({
    uses: [
      { householdId: 'a', itemId: 'hero', day: '2024-05-01', points: 30, once: true },
      { householdId: 'a', itemId: 'clean', day: '2026-11-21', points: 3 },
      { householdId: 'b', itemId: 'clean', day: '2026-11-20', points: 3 },
    ],
    households: 2,
  });
});

test('a page ends where a household would not fit whole; the first always does', () => {
  const many = (id: string, count: number) =>
    allowance(id, '2026', ...Array.from({ length: count }, () => use('clean', '2026-11-20')));
  const allowances = [many('a', 3), many('b', 2), many('c', 1)];
  expect(usesThatFit(['a', 'b', 'c'], allowances, 5)).toMatchObject({ households: 2 });
  expect(usesThatFit(['a', 'b', 'c'], allowances, 4)).toMatchObject({ households: 1 });
  const first = usesThatFit(['a', 'b'], allowances, 1);
  expect([first.households, first.uses.length]).toEqual([1, 3]);
  expect(usesThatFit([], [], 1)).toEqual({ uses: [], households: 0 });
});

test('on the phone it counts for its household, its year, and once for good', () => {
  const uses = usesThatFit(
    ['a', 'b'],
    [
      allowance('a', '2026', use('clean', '2026-12-30')),
      allowance('a', '2027', use('clean', '2027-01-02')),
      allowance('a', 'once', use('hero', '2024-05-01')),
      allowance('b', '2027', use('clean', '2027-01-03')),
    ],
    9,
  ).uses;
  const days = ({ day }: { day: string }) => day;
  const used = usedBy(uses, 'a', '2027-01-05');
  expect(used.year.map(days)).toEqual(['2027-01-02']);
  expect(used.once.map(days)).toEqual(['2024-05-01']);
  expect(usedBy(uses, 'a', '2026-12-31').year.map(days)).toEqual(['2026-12-30']);
});
