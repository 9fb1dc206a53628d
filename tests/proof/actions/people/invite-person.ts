import { administrator } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { anywhere, type May } from '../../may';
import { invitation } from '../../ready/invitations';

const town: May = { 'town-admin': anywhere };

export const card: Card = {
  call: () => ({
    as: administrator,
    input: invitation(),
    otherInput: invitation({ role: 'carrier' }),
  }),
  who: 'the town, as the first of two; never for oneself or near relatives',
  may: town,
  publishes: { ...onlyThoseWhoMay, texts: ['organisation'] },
  move: { none: 'what a seat opens is read only; actions/people/invitations has its whole life' },
  costs: { requests: 13, documents: 7 },
};
