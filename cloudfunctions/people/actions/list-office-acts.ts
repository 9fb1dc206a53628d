import { people } from '../../../src/contracts';
import { mostOwnActs, tasksPerPage } from '../../../src/contracts/limits';
import type { OfficeAct } from '../../../src/domain/people/offices/types';
import type { Village } from '../../../src/domain/people/types';
import { queues } from '../../../src/domain/tasks/queues';
import { defineQuery } from '../../runtime/define-action';
import { inOrderOf, readWaiting } from '../../runtime/read-waiting';
import { bySeats } from '../../runtime/seats';
import { readByIds } from '../../runtime/store/read-by-ids';
import type { Reader } from '../../runtime/store/store';

function ownOf(personId: string, read: Reader) {
  return read.query<OfficeAct>('office-acts', {
    where: { 'proposed.personId': personId, state: 'proposed' },
    order: { field: 'officeActId', direction: 'desc' },
    limit: mostOwnActs,
  });
}

const shown = (act: OfficeAct, villages: readonly Village[]) => {
  const { officeActId, change, role, placeName, name, householdNumber, basis, day } = act;
  const { cites, untilDay, proposed } = act;
  const village = villages.find(({ villageId }) => villageId === act.villageId);
  return {
    ...{ officeActId, change, role, placeName, name, householdNumber, basis, day, cites, untilDay },
    ...{ organisation: act.invited?.organisation ?? null, phone: act.invited?.phone ?? null },
    ...{ villageName: village?.name ?? '', proposedAs: proposed.as, proposedAtMs: proposed.atMs },
  };
};

export const listOfficeActs = defineQuery({
  contract: people.listOfficeActs,
  allow: [
    ...([{ who: 'resident' }, { who: 'cadre' }, { who: 'supervisor' }] as const),
    ...[{ who: 'town-admin' } as const, ...bySeats],
  ],
  run: async ({ input, read, caller: { person } }) => {
    if (!person) return { acts: [], own: [], more: false, next: null };
    const { steps, keysOf } = queues.offices;
    const { tasks, more, next } = await readWaiting(read, {
      ...{ keys: keysOf(person), steps, reader: person },
      ...{ after: input.after, perPage: tasksPerPage },
    });
    const ids = tasks.map(({ subjectId }) => subjectId);
    const [found, own] = await Promise.all([
      readByIds<OfficeAct>(read, 'office-acts', ids),
      ownOf(person.personId, read),
    ]);
    const waiting = inOrderOf(tasks, found);
    const villageIds = [...new Set([...waiting, ...own].map(({ villageId }) => villageId))];
    const villages = await readByIds<Village>(read, 'villages', villageIds);
    const show = (act: OfficeAct) => shown(act, villages);
    return { acts: waiting.map(show), own: own.map(show), more, next };
  },
});
