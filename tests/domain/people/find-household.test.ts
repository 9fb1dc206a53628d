import fc from 'fast-check';
import {
  findHouseholds,
  mostFound,
  type SoughtHousehold,
  shownNames,
  soughtNumber,
} from '../../../src/domain/people/find-household';

const household = (householdNumber: number, headName: string, ...others: string[]) => ({
  householdId: `h${householdNumber}`,
  householdNumber,
  headName,
  memberNames: [headName, ...others],
});
const village = [
  household(1, '张三', '李红'),
  household(2, '李四', '张小三'),
  household(17, '巴特尔·那顺', '𠮷田', 'Anna Lee'),
  household(170, '王三张'),
  household(18, ''),
];
const found = (search: string, among: readonly SoughtHousehold[] = village) =>
  findHouseholds(search, among).found.map(
    ({ household: { householdNumber }, matchedName }) => `${householdNumber} ${matchedName ?? ''}`,
  );

test.each([
  '17',
  '017',
  '１７',
  '17号',
  '17 号户',
  '17户',
  '第17户',
  '户号17',
  '十七号',
  '\u200B17',
])('%j is the number 17', (search) => {
  expect(soughtNumber(search)).toBe(17);
  expect(found(search)).toEqual(['17 ']);
});

test.each(['', '0', '10000', '17a', '张17', '一七', '十七', '第五', '-17', '1.7'])(
  '%j is no number',
  (search) => {
    expect(soughtNumber(search)).toBeNull();
  },
);

test.each([
  ['张三', ['1 ']],
  ['张', ['1 ', '2 张小三', '170 ']],
  ['三', ['1 ', '170 ', '2 张小三']],
  ['小三', ['2 张小三']],
  ['那顺', ['17 ']],
  ['巴特尔 那顺', ['17 ']],
  ['巴特尔•那', ['17 ']],
  ['𠮷', ['17 𠮷田']],
  ['ａｎｎａ', ['17 Anna Lee']],
  ['红', ['1 李红']],
  ['没有这人', []],
  [' · ', []],
  ['\u3164', []],
])('%j finds %j', (search, lines) => {
  expect(found(search)).toEqual(lines);
});

test('a half of a character finds nobody', () => {
  expect(found('\uD842')).toEqual([]);
});

test('more than are shown are said to be there, the closest are shown', () => {
  const many = Array.from({ length: mostFound + 5 }, (_, index) =>
    household(index + 1, `王张${index}`),
  );
  const all = findHouseholds('张', [...many, household(900, '张')]);
  expect(all.found).toHaveLength(mostFound);
  expect(all.more).toBe(true);
  expect(all.found[0]?.household.householdNumber).toBe(900);
  expect(findHouseholds('张', many.slice(0, mostFound)).more).toBe(false);
});

test('everybody is found by every part of their name', () => {
  const name = fc.string({ unit: fc.constantFrom(...'张三四𠮷龙·'), minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(
      fc.array(name, { minLength: 1, maxLength: 6 }),
      fc.nat(),
      fc.nat(),
      (names, a, b) => {
        const some = names.map((each, index) => household(index + 1, '户主', each));
        const letters = Array.from(names[a % names.length] ?? '').filter((each) => each !== '·');
        fc.pre(letters.length > 0);
        const part = letters.slice(b % letters.length).join('');
        const numbers = findHouseholds(part, some).found.map(
          (each) => each.household.householdNumber,
        );
        expect(numbers).toContain((a % names.length) + 1);
      },
    ),
    { seed: 20261123 },
  );
});

test('who acts sees names in full, others masked; nobody’s name is a star', () => {
  const names = { headName: '李四', matchedName: '𠮷田' };
  expect(shownNames(names, true)).toEqual({ householdName: '李四', matchedName: '𠮷田' });
  expect(shownNames(names, false)).toEqual({ householdName: '李*', matchedName: '𠮷*' });
  expect(shownNames({ headName: '', matchedName: null }, true)).toEqual({
    householdName: '*',
    matchedName: null,
  });
});
