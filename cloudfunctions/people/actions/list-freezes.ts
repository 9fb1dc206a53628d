import { people } from '../../../src/contracts';
import { tasksPerPage } from '../../../src/contracts/limits';
import type { Account } from '../../../src/domain/ledger/ledger';
import type { Household, Village } from '../../../src/domain/people/types';
import { queues } from '../../../src/domain/tasks/queues';
import { defineQuery } from '../../runtime/define-action';
import { readWaiting } from '../../runtime/read-waiting';
import { readByIds } from '../../runtime/store/read-by-ids';

export const listFreezes = defineQuery({
  contract: people.listFreezes,
  allow: [{ who: 'cadre' }, { who: 'supervisor' }, { who: 'town-admin' }],
  run: async ({ input, read, caller: { person } }) => {
    if (!person) return { freezes: [], more: false, next: null };
    const { steps, keysOf } = queues.freezes;
    const { tasks, more, next } = await readWaiting(read, {
      ...{ keys: keysOf(person), steps, reader: person },
      ...{ after: input.after, perPage: tasksPerPage },
    });
    const ids = tasks.map(({ subjectId }) => subjectId);
    const villageIds = [...new Set(tasks.map(({ villageId }) => villageId))];
    const [accounts, households, villages] = await Promise.all([
      readByIds<Account>(read, 'accounts', ids),
      readByIds<Household>(read, 'households', ids),
      readByIds<Village>(read, 'villages', villageIds),
    ]);
    const freezes = ids.flatMap((householdId) => {
      const household = households.find((each) => each.householdId === householdId);
      const { frozen } = accounts.find((each) => each.householdId === householdId) ?? {};
      if (!household || !frozen) return [];
      const village = villages.find(({ villageId }) => villageId === household.villageId);
      return [
        {
          ...{ householdId, householdNumber: household.number, villageName: village?.name ?? '' },
          ...{ frozenAtMs: frozen.atMs, agreedAs: frozen.agreed?.as ?? null },
        },
      ];
    });
    return { freezes, more, next };
  },
});
