import { people } from '../../../src/contracts';
import type { JoinRequest } from '../../../src/domain/people/types';
import { rolesOf } from '../../runtime/caller';
import { defineQuery } from '../../runtime/define-action';

const mostShown = 200;

/** Names stand in full: whoever answers must know whom they let in. */
export const listJoinRequests = defineQuery({
  contract: people.listJoinRequests,
  allow: [{ who: 'cadre', at: 'own-village' }, { who: 'town-admin' }],
  place: ({ input }) => ({ villageId: input.villageId }),
  run: async ({ input, read, caller }) => {
    const isTown = rolesOf(caller).some((held) => held.role === 'town-admin');
    const waiting = { villageId: input.villageId, state: 'waiting' };
    const requests = await read.query<JoinRequest>('join-requests', {
      where: isTown ? waiting : { ...waiting, withOffice: false },
      order: { field: 'askedAtMs', direction: 'asc' },
      limit: mostShown,
    });
    return { requests };
  },
});
