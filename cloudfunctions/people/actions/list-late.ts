import { people } from '../../../src/contracts';
import { tasksPerPage } from '../../../src/contracts/limits';
import { lateLine } from '../../../src/domain/tasks/late-line';
import { queues } from '../../../src/domain/tasks/queues';
import { defineQuery } from '../../runtime/define-action';
import { readWaiting } from '../../runtime/read-waiting';

/** Only what came to be shown to the caller's offices; it names no person. */
export const listLate = defineQuery({
  contract: people.listLate,
  allow: [{ who: 'cadre' }, { who: 'supervisor' }, { who: 'town-admin' }],
  async run({ input, read, caller: { person }, nowMs }) {
    if (!person) return { tasks: [], more: false, next: null };
    const { steps, keysOf } = queues.late;
    const page = await readWaiting(read, {
      ...{ keys: keysOf(person), steps, reader: person },
      ...{ after: input.after, perPage: tasksPerPage },
    });
    return { ...page, tasks: page.tasks.map((task) => lateLine(task, nowMs)) };
  },
});
