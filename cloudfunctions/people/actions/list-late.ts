import { people } from '../../../src/contracts';
import { tasksPerPage } from '../../../src/contracts/limits';
import type { Village } from '../../../src/domain/people/types';
import { keysOf } from '../../../src/domain/tasks/keys';
import { lateLine } from '../../../src/domain/tasks/late-line';
import { queues } from '../../../src/domain/tasks/queues';
import { defineQuery } from '../../runtime/define-action';
import { readWaiting } from '../../runtime/read-waiting';
import { seatsThatRead } from '../../runtime/seats';
import { readByIds } from '../../runtime/store/read-by-ids';

/** Only what came to be shown to the caller's offices; it names no person. */
export const listLate = defineQuery({
  contract: people.listLate,
  allow: [
    ...([{ who: 'cadre' }, { who: 'supervisor' }, { who: 'town-admin' }] as const),
    ...seatsThatRead('people.list-late'),
  ],
  async run({ input, read, caller: { person }, nowMs }) {
    if (!person) return { tasks: [], more: false, next: null };
    const { tasks, ...page } = await readWaiting(read, {
      ...{ keys: queues.late.keysOf(person), steps: queues.late.steps, reader: person },
      ...{ after: input.after, perPage: tasksPerPage },
    });
    const villageIds = [...new Set(tasks.map(({ villageId }) => villageId))];
    const villages = await readByIds<Village>(read, 'villages', villageIds);
    const nameOf = new Map(villages.map(({ villageId, name }) => [villageId, name]));
    const villageNameOf = (villageId: string) => nameOf.get(villageId) ?? '';
    const reader = { keys: keysOf(person), villageNameOf };
    return { ...page, tasks: tasks.map((task) => lateLine(task, reader, nowMs)) };
  },
});
