import { lastDueMs, parseCron, startOfDayMs } from '../../../local-cloud/functions/cron';

const at = (text: string) => Date.parse(text);
const DAY_MS = 86_400_000;

/** The last due instant of the +08:00 day, as ISO text of +08:00 wall time. */
function lastOfDay(expression: string, day: string): string | null {
  const startMs = at(`${day}T00:00:00+08:00`);
  const dueMs = lastDueMs(parseCron(expression), startMs - 1, startMs + DAY_MS - 1);
  return dueMs === null ? null : new Date(dueMs + 8 * 3_600_000).toISOString().slice(0, 19);
}

test.each([
  ['0 10 0 * * * *', '2026-11-23', '2026-11-23T00:10:00'],
  ['0 */5 * * * * *', '2026-11-23', '2026-11-23T23:55:00'],
  ['30 0 9,18 * * * *', '2026-11-23', '2026-11-23T18:00:30'],
  ['0 0 2 1 * * *', '2026-12-01', '2026-12-01T02:00:00'],
  ['0 0 2 1 * * *', '2026-12-02', null],
  ['0 0 8 * * MON *', '2026-11-23', '2026-11-23T08:00:00'],
  ['0 0 8 * * 1-5 *', '2026-11-22', null],
  ['0 0 8 * JAN-MAR * *', '2026-11-23', null],
  ['0 0 8 29 2 * *', '2028-02-29', '2028-02-29T08:00:00'],
  ['0 0 8 * * * 2027', '2026-11-23', null],
  // Day and weekday both given: either is enough.
  ['0 0 8 1 * MON *', '2026-11-23', '2026-11-23T08:00:00'],
  ['0 0 8 1 * MON *', '2026-12-01', '2026-12-01T08:00:00'],
  ['0 0 8 1 * MON *', '2026-11-24', null],
])('%s on %s is last due at %s', (expression, day, expected) => {
  expect(lastOfDay(expression, day)).toBe(expected);
});

test('the lower end is excluded and the upper end included', () => {
  const cron = parseCron('0 0 12 * * * *');
  const noonMs = at('2026-11-23T12:00:00+08:00');
  expect(lastDueMs(cron, noonMs - 1, noonMs)).toBe(noonMs);
  expect(lastDueMs(cron, noonMs, noonMs + 1000)).toBeNull();
  expect(lastDueMs(cron, noonMs - 2000, noonMs - 1)).toBeNull();
});

test('agrees with a second-by-second search', () => {
  const cron = parseCron('*/20 3/7 */6 * * * *');
  const startMs = at('2026-11-23T05:50:00+08:00');
  for (let step = 0; step < 900; step += 1) {
    const untilMs = startMs + step * 7000;
    let expected: number | null = null;
    for (let ms = untilMs; ms > startMs && expected === null; ms -= 1000) {
      const wall = new Date(ms + 8 * 3_600_000);
      const fits =
        wall.getUTCSeconds() % 20 === 0 &&
        wall.getUTCMinutes() >= 3 &&
        (wall.getUTCMinutes() - 3) % 7 === 0 &&
        wall.getUTCHours() % 6 === 0;
      if (fits) expected = ms;
    }
    expect(lastDueMs(cron, startMs, untilMs)).toBe(expected);
  }
});

test('a day starts at midnight of +08:00', () => {
  expect(startOfDayMs(at('2026-11-23T00:00:00+08:00'))).toBe(at('2026-11-22T16:00:00Z'));
  expect(startOfDayMs(at('2026-11-22T23:59:59+08:00'))).toBe(at('2026-11-21T16:00:00Z'));
});

test.each([
  '0 * * * *',
  '60 * * * * * *',
  '0 0 24 * * * *',
  '0 0 0 0 * * *',
  '0 0 0 * 13 * *',
  '0 0 0 * * 7 *',
  '0 0 0 * * * 1969',
  '0 */0 * * * * *',
  '0 5-1 * * * * *',
  '0 x * * * * *',
  '0 1-2-3 * * * * *',
])('refuses %s', (expression) => {
  expect(() => parseCron(expression)).toThrow(/cron/);
});
