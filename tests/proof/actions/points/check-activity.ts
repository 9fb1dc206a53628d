import { cadre } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { here } from '../../may';
import { bothWaysOfAll, recordedTogether } from '../../ready/activities';

export const card: Card = {
  call: async (town) => bothWaysOfAll(cadre, await recordedTogether(town, 8, 9, 10)),
  who: 'the committee of the village; what is of oneself or relatives is left for another',
  may: { cadre: here },
  publishes: {
    ...onlyThoseWhoMay,
    texts: [],
  },
  move: { none: 'each record as check-record moves it: tests/actions/points/activities' },
  costs: { requests: 30, documents: 37 },
};
