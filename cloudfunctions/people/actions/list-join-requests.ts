import { people } from '../../../src/contracts';
import { tasksPerPage } from '../../../src/contracts/limits';
import type { JoinRequest } from '../../../src/domain/people/types';
import { queues } from '../../../src/domain/tasks/queues';
import { defineQuery } from '../../runtime/define-action';
import { inOrderOf, readWaiting } from '../../runtime/read-waiting';
import { readByIds } from '../../runtime/store/read-by-ids';

/** Names stand in full: whoever answers must know whom they let in. */
export const listJoinRequests = defineQuery({
  contract: people.listJoinRequests,
  allow: [{ who: 'cadre' }, { who: 'supervisor' }, { who: 'town-admin' }],
  run: async ({ input, read, caller: { person } }) => {
    if (!person) return { requests: [], more: false, next: null };
    const { steps, keysOf } = queues.joins;
    const { tasks, more, next } = await readWaiting(read, {
      ...{ keys: keysOf(person), steps, reader: person },
      ...{ after: input.after, perPage: tasksPerPage },
    });
    const ids = tasks.map(({ subjectId }) => subjectId);
    const found = await readByIds<JoinRequest>(read, 'join-requests', ids);
    const requests = inOrderOf(tasks, found).map((request) => {
      return { ...request, agreedAs: request.agreed?.as ?? null };
    });
    return { requests, more, next };
  },
});
