import type { people } from '../../contracts';
import type { ValueOf } from '../../contracts/contract';
import { roleOfKey } from './keys';
import { queues } from './queues';
import { dueSentence } from './today';
import type { Task } from './types';

/** As the sentences of a record call them. */
const names: Readonly<Record<string, string>> = {
  cadre: '嘎查村',
  supervisor: '村务监督委员会',
  panel: '评议小组',
  'town-admin': '镇里',
};

export type LateReader = {
  keys: readonly string[];
  villageNameOf(villageId: string): string;
};

/**
 * `等嘎查村核对,11月27日就该办完`: what is late, for those who see to it that others make the move.
 * It opens nothing where that were a list which does not show it to the reader.
 */
export function lateLine(
  task: Task,
  { keys, villageNameOf }: LateReader,
  nowMs: number,
): ValueOf<typeof people.listLate>['tasks'][number] {
  const { taskId, title, villageId, step, waitsFor } = task;
  const queue = Object.values(queues).find(({ steps }) => steps.includes(step));
  const who = names[roleOfKey(waitsFor[0] ?? '')] ?? '';
  const next = `等${who}${queue?.doing ?? queue?.title ?? '办理'},${dueSentence(task, nowMs)}`;
  const isTheirs = waitsFor.some((key) => keys.includes(key));
  const page = isTheirs || task.page !== queue?.page ? task.page : null;
  return { taskId, title, next, villageName: villageNameOf(villageId), page };
}
