import { administrator } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { town } from '../../may';
import { openInvitation } from '../../ready/invitations';

export const card: Card = {
  async call(proofTown) {
    const officeActId = await openInvitation(proofTown);
    const other = await openInvitation(proofTown, { role: 'carrier' });
    return { as: administrator, input: { officeActId }, otherInput: { officeActId: other } };
  },
  who: 'the town',
  may: town,
  publishes: { ...onlyThoseWhoMay, texts: [] },
  move: { none: 'gives nothing: the code is good for the same person; actions/people/invitations' },
  costs: { requests: 13, documents: 8 },
};
