import type { people } from '../../contracts';
import type { ValueOf } from '../../contracts/contract';
import type { ToDo } from '../../contracts/tasks';
import { limitInWords } from '../kernel/due';
import { dayInWords, dayOf } from '../kernel/time';
import type { Person } from '../people/types';
import { everyToDo, queues } from './queues';
import type { Task } from './types';

type Somebody = Pick<Person, 'personId' | 'householdId' | 'roles'>;
export type TodayCard = ValueOf<typeof people.readToday>['cards'][number];

/** Which of somebody's lists a task stands in; each in one, the most personal. */
function toDoOf(task: Task, keysOf: ReadonlyMap<ToDo, readonly string[]>): ToDo | undefined {
  return everyToDo.find(
    (toDo) =>
      queues[toDo].steps.includes(task.step) &&
      keysOf.get(toDo)?.some((key) => task.shownTo.includes(key)),
  );
}

/** `最晚 11月27日`, or that the day is over. */
export function dueSentence(task: Task, nowMs: number): string {
  const today = dayOf(nowMs);
  if (nowMs >= task.dueMs) return `${dayInWords(task.dueDay, today)}就该办完`;
  return limitInWords({ day: task.dueDay, byWeekends: task.dueByWeekends }, today);
}

function cardOf(toDo: ToDo, tasks: readonly Task[], more: boolean, nowMs: number): TodayCard[] {
  const [first, ...others] = [...tasks].sort((left, right) => left.dueMs - right.dueMs);
  if (!first) return [];
  const { title, page, doneThere } = queues[toDo];
  const isAlone = others.length === 0 && !more;
  // One deed of many is done on a page of its own.
  const isOne = others.length > 0 && !more && others.every((each) => each.page === first.page);
  return [
    {
      ...{ toDo, title, count: tasks.length, more },
      ...{ due: dueSentence(first, nowMs), dueDay: first.dueDay },
      late: tasks.filter(({ dueMs }) => dueMs <= nowMs).length,
      page: isOne || (isAlone && !doneThere) ? first.page : page,
      subject: isAlone ? first.title : null,
    },
  ];
}

/**
 * One card for each kind of thing to do, the most urgent first; what waits for others comes last.
 * @param unfinished lists of which more may wait than was read
 */
export function todayOf(
  tasks: readonly Task[],
  somebody: Somebody,
  unfinished: ReadonlySet<ToDo>,
  nowMs: number,
): TodayCard[] {
  const keysOf = new Map(everyToDo.map((toDo) => [toDo, queues[toDo].keysOf(somebody)]));
  const byToDo = new Map<ToDo, Task[]>();
  for (const task of new Map(tasks.map((each) => [each.taskId, each])).values()) {
    const toDo = toDoOf(task, keysOf);
    if (toDo) byToDo.set(toDo, [...(byToDo.get(toDo) ?? []), task]);
  }
  const cards = [...byToDo].flatMap(([toDo, own]) =>
    cardOf(toDo, own, unfinished.has(toDo), nowMs),
  );
  const ofOthers = ({ toDo }: TodayCard) => (toDo === 'late' ? 1 : 0);
  const urgency = (card: TodayCard) => `${ofOthers(card)} ${card.dueDay}`;
  return cards.sort((left, right) => (urgency(left) < urgency(right) ? -1 : 1));
}
