import type { people } from '../../contracts';
import type { ValueOf } from '../../contracts/contract';
import { queues } from './queues';
import { dueSentence } from './today';
import type { Task } from './types';

/** `等核对,11月27日就该办完`: what is late, for those who do not make the move themselves. */
export function lateLine(
  task: Task,
  nowMs: number,
): ValueOf<typeof people.listLate>['tasks'][number] {
  const { taskId, title, villageId, page, step } = task;
  const queue = Object.values(queues).find(({ steps }) => steps.includes(step));
  const next = `等${queue?.title ?? '办理'},${dueSentence(task, nowMs)}`;
  return { taskId, title, next, villageId, page };
}
