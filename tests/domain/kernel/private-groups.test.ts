import * as fc from 'fast-check';
import { privateNumberIn } from '../../../src/domain/kernel/private-number';

// Made up, as in the tests beside this one: no such region, no such prefix in use.
test.each([
  '9901 0219 7503 0523 16',
  '99010219 75030523 16',
  '9901-0219-7503-0523-1X',
  '990102/1975/03/05/231/6',
  '(990102)19750305(231X)',
])('%s is an id number in other groups', (text) => {
  expect(privateNumberIn(text)).toEqual({ kind: 'id-number', beginning: '990' });
});

test.each([
  '3、5、8、12号户',
  '1、3、5、7、9、11、13、15号户不参加',
  '2026年11月25日、26日',
  '2026-11-25、2026-11-26、2026-12-05',
  '2026.11.25 9:00-11:30,14:30-17:30',
  '每户1500、2000、500元',
  '1500,2000,500',
  '第1.3.5条、第1.4.2条',
  '版本3.18.3、4.1.11、1.8.0',
  '办公电话0477-7213500、0477-7213501',
  '(0477)7213500',
  '12345、12348、12377、12388',
  '95588-1-3',
  '满分100,得分95.5,排名3/120',
  '一、二、三、四、五组轮流',
])('%s holds none', (text) => {
  expect(privateNumberIn(text)).toBeNull();
});

const digit = fc.constantFrom(...'0123456789');
const digits = (count: number) =>
  fc.array(digit, { minLength: count, maxLength: count }).map((each) => each.join(''));
const mobile = fc
  .tuple(fc.constantFrom(...'3456789'), digits(9))
  .map(([second, rest]) => `1${second}${rest}`);
const two = (most: number) =>
  fc.integer({ min: 1, max: most }).map((number) => String(number).padStart(2, '0'));
const idNumber = fc
  .tuple(
    fc.constantFrom(...'123456789'),
    digits(5),
    fc.constantFrom('18', '19', '20'),
    digits(2),
    two(12),
    two(31),
    digits(3),
    fc.constantFrom(...'0123456789Xx'),
  )
  .map((parts) => parts.join(''));
const mark = fc.constantFrom(...' -–—_.·()()');
const separators = fc.array(
  fc.oneof(
    fc.constant(''),
    fc.array(mark, { maxLength: 3 }).map((each) => each.join('')),
  ),
  { minLength: 17, maxLength: 17 },
);
const wide = (text: string) =>
  text.replace(/\d/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0));

test.each([
  ['mobile', mobile],
  ['id-number', idNumber],
] as const)('a %s is found with any marks between any of its digits', (kind, numbers) => {
  fc.assert(
    fc.property(numbers, separators, fc.boolean(), (number, between, inFullWidth) => {
      const spread = [...number].map((each, at) => `${at ? between[at - 1] : ''}${each}`).join('');
      const found = privateNumberIn(`电话或证号:${inFullWidth ? wide(spread) : spread}。`);
      expect(found?.kind === kind || (kind === 'mobile' && found !== null)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test.each(['1 ', '1', ' ', '19 -. ', '1、', '(', '990102 1975 0305 ', '𝟏', '一 '])(
  'a hundred thousand times %j costs no more than their number',
  (text) => {
    const startedAt = process.cpuUsage();
    privateNumberIn(text.repeat(100_000 / text.length));
    expect(process.cpuUsage(startedAt).user).toBeLessThan(2_000_000);
  },
);
