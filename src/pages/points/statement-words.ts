import type { StatementEvent } from '../../domain/ledger/statement-events';

export type DayOfStatement = { day: string; events: StatementEvent[] };

/** Events of one day together, in the order they came. */
export function groupByDay(events: readonly StatementEvent[]): DayOfStatement[] {
  const days: DayOfStatement[] = [];
  for (const event of events) {
    const last = days[days.length - 1];
    if (last?.day === event.day) last.events.push(event);
    else days.push({ day: event.day, events: [event] });
  }
  return days;
}
