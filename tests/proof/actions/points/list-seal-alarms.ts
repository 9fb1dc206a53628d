import { supervisor } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { here } from '../../may';
import { raisedAlarm } from '../../ready/seals';

const anywhere = { ...here, 'other-village': 'ok', 'other-shop': 'ok', none: 'ok' };

export const card: Card = {
  async call(town) {
    await raisedAlarm(town);
    return { as: supervisor, input: { villageId: 'v01' } };
  },
  who: 'supervisors of the village, the town, and its discipline',
  may: { supervisor: here, 'town-admin': anywhere, discipline: 'ok' },
  publishes: onlyThoseWhoMay,
  costs: { requests: 5, documents: 5 },
};
