import { daysLeftInWords, lastDayBefore, quarterInWords } from '../../src/components/days';

const at = (text: string) => Date.parse(`${text}+08:00`);
/** A notice that runs to the end of 3 December ends with the first moment of the 4th. */
const endsAtMs = at('2026-12-04T00:00:00');

test('the last day is the one that ends, at +08:00 wherever the phone is', () => {
  expect(lastDayBefore(endsAtMs)).toBe('2026-12-03');
});

test.each([
  ['2026-11-30T00:00:00', '还剩 3 天'],
  ['2026-12-02T23:59:59', '还剩 1 天'],
  ['2026-12-03T23:59:59', '今天最后一天'],
  ['2026-12-04T00:00:00', '已到期'],
])('at %s it says %s', (now, words) => {
  expect(daysLeftInWords(endsAtMs, at(now))).toBe(words);
});

test('a quarter in words', () => {
  expect(quarterInWords('2026-Q4')).toBe('2026年第4季度');
  expect(quarterInWords('2026年第四季度')).toBe('2026年第四季度');
});
