import { cadre } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { apart } from '../../may';
import { proposedEvent } from '../../ready/life';

export const card: Card = {
  async call(town) {
    const lifeEventId = await proposedEvent(town);
    const otherInput = { lifeEventId, accept: false, reason: '还没有生' };
    return { as: cadre, input: { lifeEventId, accept: true }, otherInput };
  },
  who: 'committee, supervisors and town, as the second of two; never of their own house or kin',
  may: {
    cadre: apart,
    supervisor: apart,
    'town-admin': { ...apart, 'other-village': 'ok', 'other-shop': 'ok', none: 'ok' },
  },
  publishes: { ...onlyThoseWhoMay, texts: [] },
  move: { none: 'changes the register alone; every kind and race: actions/people/life' },
  costs: { requests: 17, documents: 14 },
};
