import { supervisor } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { here } from '../../may';

export const card: Card = {
  async call(town) {
    town.clock.advanceDays(1);
    await town.timer('jobs', 'seal-day');
    return { as: supervisor, input: { villageId: 'v01' } };
  },
  who: 'supervisors of the village, and the town',
  may: { supervisor: here, 'town-admin': 'ok' },
  publishes: onlyThoseWhoMay,
  costs: { requests: 60, documents: 745 },
  growsWithHistory:
    'reads the whole chains of the households of a page: that is what it is asked for',
};
