import { people } from '../../../src/contracts';
import type { ToDo } from '../../../src/contracts/tasks';
import type { Person } from '../../../src/domain/people/types';
import { keysOf, notKeysOf } from '../../../src/domain/tasks/keys';
import { everyToDo, queues } from '../../../src/domain/tasks/queues';
import { todayOf } from '../../../src/domain/tasks/today';
import type { Task } from '../../../src/domain/tasks/types';
import { defineQuery } from '../../runtime/define-action';
import { mostPerQuery, type Reader } from '../../runtime/store/store';

type Where = { shownTo: readonly string[]; step?: readonly string[] };

/** The most urgent of what fits. */
function mostUrgent(read: Reader, person: Person, where: Where): Promise<Task[]> {
  return read.query<Task>('tasks', {
    where,
    without: { field: 'not', anyOf: notKeysOf(person) },
    order: { field: 'dueMs', direction: 'asc' },
    limit: mostPerQuery,
  });
}

/**
 * One request, mostly. Where a page is full, each list is read for itself, so that none looks empty
 * because others are long.
 */
async function readAllLists(read: Reader, person: Person) {
  const tasks = await mostUrgent(read, person, { shownTo: keysOf(person) });
  const unfinished = new Set<ToDo>();
  if (tasks.length < mostPerQuery) return { tasks, unfinished };
  const lists = everyToDo.filter((toDo) => queues[toDo].keysOf(person).length > 0);
  const pages = await Promise.all(
    lists.map(async (toDo) => {
      const { steps, keysOf: keysOfList } = queues[toDo];
      const page = await mostUrgent(read, person, { shownTo: keysOfList(person), step: steps });
      if (page.length === mostPerQuery) unfinished.add(toDo);
      return page;
    }),
  );
  return { tasks: pages.flat(), unfinished };
}

export const readToday = defineQuery({
  contract: people.readToday,
  allow: [{ who: 'wechat-user' }],
  async run({ read, caller: { person }, nowMs }) {
    if (!person || keysOf(person).length === 0) return { cards: [] };
    const { tasks, unfinished } = await readAllLists(read, person);
    return { cards: todayOf(tasks, person, unfinished, nowMs) };
  },
});
