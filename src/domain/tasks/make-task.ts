import { limitOf } from '../kernel/due';
import { dayOf, endOfDayMs } from '../kernel/time';
import { lateKeysOf, latenessAt } from './late';
import type { Task, TaskKind } from './types';
import type { Waiting } from './waiting';

export function taskIdOf(kind: TaskKind, subjectId: string): string {
  return `${kind}.${subjectId}`;
}

/** What a document says of itself as a task. */
export type Subject = Pick<Task, 'kind' | 'subjectId' | 'villageId' | 'title' | 'page'> & {
  sinceMs: number;
  /** Where the row's limit is the document's own: its end; then a job ends it, nobody is late. */
  endsMs?: number;
};

/** Ordered as texts are: milliseconds have thirteen digits until the year 2286. */
const turnOf = (sinceMs: number, taskId: string) =>
  `${String(sinceMs).padStart(13, '0')}.${taskId}`;

function limitsOf({ sinceMs, endsMs }: Subject, due: Waiting['due'], nowMs: number) {
  if (due === 'own') {
    const dueMs = endsMs ?? sinceMs;
    const onTime = { late: 'on-time', escalates: false, nextMs: dueMs } as const;
    return { dueDay: dayOf(dueMs - 1), dueMs, dueByWeekends: false, ...onTime };
  }
  const { day, byWeekends } = limitOf(due, sinceMs);
  const dueMs = endOfDayMs(day);
  return { dueDay: day, dueMs, dueByWeekends: byWeekends, ...latenessAt(day, nowMs) };
}

/**
 * The task of a document as of an instant.
 * @param waitingFor asked with whether its limit is over
 */
export function makeTask(
  subject: Subject,
  waitingFor: (isLate: boolean) => Waiting | null,
  nowMs: number,
): Task | null {
  const onTime = waitingFor(false);
  if (!onTime) return null;
  const limits = limitsOf(subject, onTime.due, nowMs);
  const waiting = (limits.late !== 'on-time' && waitingFor(true)) || onTime;
  const { kind, subjectId, villageId, title, page, sinceMs } = subject;
  const taskId = taskIdOf(kind, subjectId);
  const { step, waitsFor, not } = waiting;
  return {
    ...{ taskId, kind, subjectId, villageId, step, waitsFor, not },
    shownTo: [...waitsFor, ...lateKeysOf(limits.late, villageId)],
    ...{ sinceMs, turn: turnOf(sinceMs, taskId), ...limits, title, page },
  };
}
