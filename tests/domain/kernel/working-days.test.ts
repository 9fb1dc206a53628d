import published from '../../../config/work/holidays.json';
import { limitInWords, limitOf } from '../../../src/domain/kernel/due';
import { addDays, startOfDayMs, weekdayOf, yearOf } from '../../../src/domain/kernel/time';
import {
  addWorkingDays,
  isPublished,
  isWorkingDay,
  workingDayFrom,
} from '../../../src/domain/kernel/working-days';

test.each([
  // Friday: Monday, Tuesday, Wednesday.
  ['2026-11-20', 3, '2026-11-25'],
  ['2026-11-21', 1, '2026-11-23'],
  ['2026-11-23', 1, '2026-11-24'],
  ['2026-11-23', 5, '2026-11-30'],
  ['2026-11-23', 0, '2026-11-23'],
  // The week of the National Day is off, the Saturday behind it is worked.
  ['2026-09-30', 1, '2026-10-08'],
  ['2026-09-30', 3, '2026-10-10'],
  ['2026-09-30', 4, '2026-10-12'],
  // Spring Festival, with a worked Saturday before it.
  ['2026-02-12', 2, '2026-02-14'],
  ['2026-02-12', 3, '2026-02-24'],
  // A year that is not published: Saturdays and Sundays, and nothing else.
  ['2027-09-30', 3, '2027-10-05'],
])('working days: %s and %i more end on %s', (from, workingDays, end) => {
  expect(addWorkingDays(from, workingDays)).toBe(end);
});

test('a limit in days that would end on a day off ends on the next one at work', () => {
  expect(workingDayFrom('2026-11-24')).toBe('2026-11-24');
  expect(workingDayFrom('2026-11-28')).toBe('2026-11-30');
  expect(limitOf({ days: 3 }, startOfDayMs('2026-09-29')).day).toBe('2026-10-08');
  expect(limitOf({ days: 3 }, startOfDayMs('2026-11-24')).day).toBe('2026-11-27');
});

test('a limit in a year that is not published yet says so', () => {
  const known = limitOf({ workingDays: 3 }, startOfDayMs('2026-11-24'));
  expect(limitInWords(known, '2026-11-24')).toBe('最晚 11月27日');
  const unknown = limitOf({ workingDays: 3 }, startOfDayMs('2026-12-30'));
  expect(limitInWords(unknown, '2026-12-30')).toBe(
    '最晚 2027年1月4日(2027年的放假安排还没公布,先按周末算)',
  );
  expect([isPublished(2026), isPublished(2027)]).toEqual([true, false]);
});

/** As the State Council's notices count them. */
const daysOff: Record<string, number> = { 2026: 33 };

test.each(Object.entries(published))('the calendar of %s holds together', (year, of) => {
  expect(of.source).toContain(`${year}年部分节假日安排`);
  const off = of.holidays.flatMap(({ from, to }) => {
    const days = [from];
    while ((days.at(-1) ?? to) < to) days.push(addDays(days.at(-1) ?? to, 1));
    return days;
  });
  expect(new Set(off).size).toBe(off.length);
  expect(off).toHaveLength(daysOff[year] ?? 0);
  for (const day of [...off, ...of.workdays]) expect(yearOf(day)).toBe(Number(year));
  for (const day of off) expect(isWorkingDay(day)).toBe(false);
  for (const day of of.workdays) {
    expect([0, 6]).toContain(weekdayOf(day));
    expect(off).not.toContain(day);
    expect(isWorkingDay(day)).toBe(true);
  }
});
