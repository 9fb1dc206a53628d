import after from '../../../config/work/late.json';
import { endOfDayMs } from '../kernel/time';
import { addWorkingDays } from '../kernel/working-days';
import { lateKey, roleKey } from './keys';
import type { Lateness, Task } from './types';

const levels: readonly Lateness[] = ['on-time', 'person', 'village', 'town'];

/** From when on each level holds that comes after being on time. */
function boundaries(dueDay: string): number[] {
  const { villageAfterWorkingDays, townAfterWorkingDays } = after;
  const days = [0, villageAfterWorkingDays, townAfterWorkingDays];
  return days.map((count) => endOfDayMs(addWorkingDays(dueDay, count)));
}

/** How late something is that was due on a day, and when it becomes later. */
export function latenessAt(
  dueDay: string,
  nowMs: number,
): Pick<Task, 'late' | 'escalates' | 'nextMs'> {
  const all = boundaries(dueDay);
  const passed = all.filter((boundary) => boundary <= nowMs).length;
  const nextMs = all[passed];
  return {
    late: levels[passed] ?? 'town',
    escalates: nextMs !== undefined,
    nextMs: nextMs ?? endOfDayMs(dueDay),
  };
}

/** Who sees that something of a village is late, besides those it waits for. */
export function lateKeysOf(late: Lateness, villageId: string): string[] {
  const village = [roleKey('cadre', villageId), roleKey('supervisor', villageId)];
  const seenBy: Record<Lateness, string[]> = {
    'on-time': [],
    person: [],
    village,
    town: [...village, roleKey('town-admin', 'town')],
  };
  return seenBy[late].map(lateKey);
}
