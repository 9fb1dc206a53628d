import { people } from '../../../src/contracts';
import { mostEventsShown, mostOwnActs, tasksPerPage } from '../../../src/contracts/limits';
import type { LifeEvent } from '../../../src/domain/people/life/types';
import { queues } from '../../../src/domain/tasks/queues';
import { defineQuery } from '../../runtime/define-action';
import { inOrderOf, readWaiting } from '../../runtime/read-waiting';
import { readByIds } from '../../runtime/store/read-by-ids';
import type { Query, Reader } from '../../runtime/store/store';
import { readNamed, showEvent } from '../life/show-event';

function newest(where: Query['where'], limit: number, read: Reader): Promise<LifeEvent[]> {
  const order = { field: 'lifeEventId', direction: 'desc' } as const;
  return read.query<LifeEvent>('life-events', { where, order, limit });
}

export const listLifeEvents = defineQuery({
  contract: people.listLifeEvents,
  allow: [{ who: 'resident' }, { who: 'cadre' }, { who: 'supervisor' }, { who: 'town-admin' }],
  run: async ({ input, read, caller: { person } }) => {
    if (!person) return { events: [], own: [], ofHousehold: [], more: false, next: null };
    const { personId, householdId } = person;
    const { steps, keysOf } = queues.life;
    const { tasks, more, next } = await readWaiting(read, {
      ...{ keys: keysOf(person), steps, reader: person },
      ...{ after: input.after, perPage: tasksPerPage },
    });
    const ofIt = { householdIds: householdId ?? '' };
    const [found, own, ofHousehold] = await Promise.all([
      readByIds<LifeEvent>(
        read,
        'life-events',
        tasks.map(({ subjectId }) => subjectId),
      ),
      newest({ 'proposed.personId': personId, state: 'proposed' }, mostOwnActs, read),
      householdId ? newest(ofIt, mostEventsShown, read) : [],
    ]);
    const waiting = inOrderOf(tasks, found);
    const named = await readNamed([...waiting, ...own, ...ofHousehold], read);
    const show = (isFull: boolean) => (event: LifeEvent) =>
      showEvent(event, named, { isFull, reader: personId });
    return {
      events: waiting.map(show(true)),
      own: own.map(show(true)),
      ofHousehold: ofHousehold.map(show(false)),
      ...{ more, next },
    };
  },
});
