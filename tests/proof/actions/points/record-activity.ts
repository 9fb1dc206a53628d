import { cadre } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { apart } from '../../may';
import { sharedDeedOf } from '../../ready/activities';

/** More than go into one transaction; where callers live who may (11, 12) is not among them. */
const many = [8, 9, 10, 13, 14, 15, 16, 1, 3, 4, 5, 6, 7];

export const card: Card = {
  call: (town) => ({
    as: cadre,
    input: sharedDeedOf(town, ...many),
    otherInput: sharedDeedOf(town, 8, 9),
  }),
  who: 'the committee of the village, with no household of oneself or relatives among them',
  may: { cadre: apart },
  publishes: {
    ...onlyThoseWhoMay,
    texts: [],
  },
  move: { none: 'many records, each as record-deed makes it: tests/actions/points/activities' },
  costs: { requests: 101, documents: 95 },
};
