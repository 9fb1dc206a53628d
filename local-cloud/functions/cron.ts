/**
 * The platform's timer expressions: seven fields, second minute hour day month weekday year, with
 * what its documents show: `*`, lists, ranges, and steps from `*` or a number on. A range with a
 * step is in none of them and is refused. Read in +08:00; when both day and weekday are given,
 * either counts. Source: Tencent SCF "timer trigger", Cron expression.
 */
export type Cron = {
  seconds: number[];
  minutes: number[];
  hours: number[];
  days: Set<number>;
  months: Set<number>;
  weekdays: Set<number>;
  years: Set<number>;
  eitherDay: boolean;
};

type Field = { name: string; minimum: number; maximum: number; words?: string[] };

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const FIELDS: Field[] = [
  { name: 'second', minimum: 0, maximum: 59 },
  { name: 'minute', minimum: 0, maximum: 59 },
  { name: 'hour', minimum: 0, maximum: 23 },
  { name: 'day', minimum: 1, maximum: 31 },
  { name: 'month', minimum: 1, maximum: 12, words: MONTHS },
  { name: 'weekday', minimum: 0, maximum: 6, words: WEEKDAYS },
  { name: 'year', minimum: 1970, maximum: 2099 },
];
const ZONE_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

function readNumber(field: Field, text: string): number {
  const word = field.words?.indexOf(text.toUpperCase()) ?? -1;
  const value = word >= 0 ? word + field.minimum : /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= field.minimum && value <= field.maximum)) {
    throw new Error(`cron: "${text}" is no ${field.name}`);
  }
  return value;
}

function readPart(field: Field, part: string): number[] {
  const [range = '', stepText, ...rest] = part.split('/');
  const step = stepText === undefined ? 1 : /^\d+$/.test(stepText) ? Number(stepText) : 0;
  if (rest.length > 0 || step < 1) throw new Error(`cron: "${part}" is no ${field.name}`);
  const [first = '', last, ...more] = range.split('-');
  if (last !== undefined && stepText !== undefined) {
    throw new Error(`cron: "${part}" is a range with a step, which the platform may not know`);
  }
  if (more.length > 0) throw new Error(`cron: "${part}" is no ${field.name}`);
  const from = range === '*' ? field.minimum : readNumber(field, first);
  const open = range === '*' || (last === undefined && stepText !== undefined);
  const to = open ? field.maximum : readNumber(field, last ?? first);
  const values: number[] = [];
  for (let value = from; value <= to; value += step) values.push(value);
  if (values.length === 0) throw new Error(`cron: "${part}" is no ${field.name}`);
  return values;
}

function readField(index: number, text: string): number[] {
  const field = FIELDS[index] as Field;
  const values = new Set(text.split(',').flatMap((part) => readPart(field, part)));
  return [...values].sort((a, b) => a - b);
}

/** Reads an expression; throws an Error that names the wrong field. */
export function parseCron(expression: string): Cron {
  const texts = expression.trim().split(/\s+/);
  if (texts.length !== 7) throw new Error(`cron: seven fields are needed, not ${texts.length}`);
  const [seconds, minutes, hours, days, months, weekdays, years] = texts.map((text, index) =>
    readField(index, text),
  ) as [number[], number[], number[], number[], number[], number[], number[]];
  return {
    seconds,
    minutes,
    hours,
    days: new Set(days),
    months: new Set(months),
    weekdays: new Set(weekdays),
    years: new Set(years),
    eitherDay: texts[3] !== '*' && texts[5] !== '*',
  };
}

function runsOnDay(cron: Cron, dayStartMs: number): boolean {
  // Shifted by the zone, the UTC getters read the wall clock of +08:00 on any machine.
  const local = new Date(dayStartMs + ZONE_OFFSET_MS);
  if (!cron.years.has(local.getUTCFullYear()) || !cron.months.has(local.getUTCMonth() + 1)) {
    return false;
  }
  const day = cron.days.has(local.getUTCDate());
  const weekday = cron.weekdays.has(local.getUTCDay());
  return cron.eitherDay ? day || weekday : day && weekday;
}

/** The start (epoch ms) of the +08:00 day an instant lies in. */
export function startOfDayMs(instantMs: number): number {
  return Math.floor((instantMs + ZONE_OFFSET_MS) / DAY_MS) * DAY_MS - ZONE_OFFSET_MS;
}

/**
 * The last instant at which the timer is due in (afterMs, untilMs], both within one +08:00 day
 * (untilMs may be its very end); null when it is not due there.
 */
export function lastDueMs(cron: Cron, afterMs: number, untilMs: number): number | null {
  const dayStartMs = startOfDayMs(untilMs);
  if (!runsOnDay(cron, dayStartMs)) return null;
  for (const hour of [...cron.hours].reverse()) {
    for (const minute of [...cron.minutes].reverse()) {
      const minuteStartMs = dayStartMs + hour * 3_600_000 + minute * 60_000;
      if (minuteStartMs > untilMs) continue;
      if (minuteStartMs + 60_000 <= afterMs) return null;
      for (const second of [...cron.seconds].reverse()) {
        const dueMs = minuteStartMs + second * 1000;
        if (dueMs > afterMs && dueMs <= untilMs) return dueMs;
      }
    }
  }
  return null;
}
