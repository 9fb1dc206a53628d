import { people } from '../../../src/contracts';
import { tasksPerPage } from '../../../src/contracts/limits';
import type { Link } from '../../../src/domain/people/links/types';
import type { Household, Member, Village } from '../../../src/domain/people/types';
import { queues } from '../../../src/domain/tasks/queues';
import { defineQuery } from '../../runtime/define-action';
import { inOrderOf, readWaiting } from '../../runtime/read-waiting';
import { readByIds } from '../../runtime/store/read-by-ids';
import { showLink } from '../links/show-link';

const unique = (ids: readonly string[]) => [...new Set(ids)];

/** Names stand in full: whoever settles it must know whom it is about. */
export const listLinkObjections = defineQuery({
  contract: people.listLinkObjections,
  allow: [{ who: 'cadre' }, { who: 'supervisor' }, { who: 'town-admin' }],
  run: async ({ input, read, caller: { person } }) => {
    if (!person) return { links: [], more: false, next: null };
    const { steps, keysOf } = queues.links;
    const { tasks, more, next } = await readWaiting(read, {
      ...{ keys: keysOf(person), steps, reader: person },
      ...{ after: input.after, perPage: tasksPerPage },
    });
    const ids = tasks.map(({ subjectId }) => subjectId);
    const found = inOrderOf(tasks, await readByIds<Link>(read, 'links', ids));
    const [members, households, villages] = await Promise.all([
      readByIds<Member>(read, 'members', unique(found.map(({ memberId }) => memberId))),
      readByIds<Household>(read, 'households', unique(found.map((each) => each.householdId))),
      readByIds<Village>(read, 'villages', unique(found.map(({ villageId }) => villageId))),
    ]);
    const links = found.flatMap((link) => {
      const household = households.find(({ householdId }) => householdId === link.householdId);
      if (!household) return [];
      const { householdId, number, villageId } = household;
      return [
        {
          ...{ ...showLink(link), householdId, householdNumber: number },
          villageName: villages.find((each) => each.villageId === villageId)?.name ?? '',
          name: members.find(({ memberId }) => memberId === link.memberId)?.name ?? '',
          opinionAs: link.opinion?.by.as ?? null,
        },
      ];
    });
    return { links, more, next };
  },
});
