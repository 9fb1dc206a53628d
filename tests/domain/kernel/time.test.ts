import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';
import * as fc from 'fast-check';
import {
  addDays,
  clockTime,
  dayInWords,
  dayOf,
  daysBetween,
  endOfDayMs,
  firstDayOfQuarter,
  quarterOf,
  startOfDayMs,
} from '../../../src/domain/kernel/time';

dayjs.extend(utc);

const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2020-01-01', days));

test('a day starts and ends at +08:00, wherever the function runs', () => {
  expect(dayOf(Date.parse('2026-11-22T15:59:59.999Z'))).toBe('2026-11-22');
  expect(dayOf(Date.parse('2026-11-22T16:00:00.000Z'))).toBe('2026-11-23');
  expect(startOfDayMs('2026-11-23')).toBe(Date.parse('2026-11-23T00:00:00+08:00'));
  expect(endOfDayMs('2026-11-23')).toBe(Date.parse('2026-11-24T00:00:00+08:00'));
});

test('a library of dates says the same of every instant', () => {
  const instant = fc.integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2199, 0, 1) });
  fc.assert(
    fc.property(instant, (instantMs) => {
      const there = dayjs.utc(instantMs).utcOffset(8);
      const said = dayOf(instantMs);
      expect(said).toBe(there.format('YYYY-MM-DD'));
      expect(clockTime(instantMs)).toBe(there.format('HH:mm'));
      expect(startOfDayMs(said)).toBe(dayjs.utc(said).valueOf() - 8 * 3_600_000);
    }),
  );
});

test('days can be counted on and back, each belongs to its own instants', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -4000, max: 4000 }), (from, days) => {
      const to = addDays(from, days);
      expect(daysBetween(from, to)).toBe(days);
      expect(addDays(to, -days)).toBe(from);
      expect(dayOf(startOfDayMs(from))).toBe(from);
      expect(dayOf(endOfDayMs(from) - 1)).toBe(from);
    }),
  );
});

test('leap days are days', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
  expect(addDays('2026-02-30', 0)).not.toBe('2026-02-30');
});

test('a quarter holds the days from its first day on, and no others', () => {
  expect(quarterOf('2026-03-31')).toBe('2026-Q1');
  expect(quarterOf('2026-04-01')).toBe('2026-Q2');
  fc.assert(
    fc.property(day, (each) => {
      const quarter = quarterOf(each);
      const first = firstDayOfQuarter(quarter);
      expect(quarterOf(first)).toBe(quarter);
      expect(first <= each).toBe(true);
      expect(quarterOf(addDays(first, -1))).not.toBe(quarter);
    }),
  );
});

test('days in words name the year only where it is another', () => {
  expect(dayInWords('2026-12-03')).toBe('12月3日');
  expect(dayInWords('2026-12-03', '2026-11-23')).toBe('12月3日');
  expect(dayInWords('2027-01-02', '2026-11-23')).toBe('2027年1月2日');
});
