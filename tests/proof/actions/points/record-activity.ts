import { cadre } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { apart } from '../../may';
import { sharedDeedOf } from '../../ready/activities';

export const card: Card = {
  call: (town) => ({
    as: cadre,
    input: sharedDeedOf(town, 8, 9, 10),
    otherInput: sharedDeedOf(town, 8, 9),
  }),
  who: 'the committee of the village, with no household of oneself or relatives among them',
  may: { cadre: apart },
  publishes: {
    ...onlyThoseWhoMay,
    texts: [],
  },
  move: { none: 'many records, each as record-deed makes it: tests/actions/points/activities' },
  costs: { requests: 41, documents: 35 },
};
