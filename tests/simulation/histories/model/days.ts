const dayMs = 86_400_000;
const offsetMs = 8 * 3_600_000;

/** The day of an instant at +08:00, `2026-11-02`. */
export function dayOf(atMs: number): string {
  return new Date(atMs + offsetMs).toISOString().slice(0, 10);
}

export function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) - offsetMs;
}

/** The first instant after a day. */
export function endOf(day: string): number {
  return startOf(day) + dayMs;
}

export function addDays(day: string, days: number): string {
  return dayOf(startOf(day) + days * dayMs);
}

export function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

/** 1 to 4. */
export function quarterOf(day: string): number {
  return Math.ceil(Number(day.slice(5, 7)) / 3);
}

/** Monday to Friday; public holidays are not known to anybody here. */
export function addWorkingDays(day: string, count: number): string {
  let next = day;
  for (let left = count; left > 0; ) {
    next = addDays(next, 1);
    const weekday = new Date(`${next}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return next;
}
