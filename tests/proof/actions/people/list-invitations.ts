import { administrator } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { town } from '../../may';
import { openInvitation } from '../../ready/invitations';

export const card: Card = {
  async call(proofTown) {
    await openInvitation(proofTown);
    return { as: administrator, input: {} };
  },
  who: 'the town',
  may: town,
  publishes: onlyThoseWhoMay,
  costs: { requests: 3, documents: 3 },
};
