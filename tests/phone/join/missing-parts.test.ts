import '../set-up';
import { missingParts, noProblems } from '../../../src/packages/join/missing-parts';

const ofName = (name: string) => missingParts('17', name, true).name;

test.each(['', ' ', '\u3164', '\u200B\u2800', '·'])('%j is no name yet', (name) => {
  expect(ofName(name)).toMatch(/^姓名要填/);
});

test.each(['张3', '张三(大)', '😀'])('%j is told what a name is made of', (name) => {
  expect(ofName(name)).toMatch(/^姓名只写汉字或字母/);
});

test.each(['张三', '巴特尔•那顺', '巴特尔。那顺', '𠮷 野', 'ＡＮＮＡ', '⻢三\u200B'])(
  '%j goes in as it is written',
  (name) => {
    expect(missingParts('17', name, true)).toEqual(noProblems);
  },
);

test.each(['', '0', '1.5', '10000', '1a'])('%j is no household number', (number) => {
  expect(missingParts(number, '张三', true)).toEqual({
    ...noProblems,
    number: expect.stringMatching(/^户号要填/),
  });
});

test('all that is missing is said at once', () => {
  expect(Object.values(missingParts('', '', false))).not.toContain(null);
});
