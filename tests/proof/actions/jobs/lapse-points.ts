import { type Card, onlyThoseWhoMay } from '../../card';
import { timerOnly } from '../../may';
import { toTheYearAfterNext } from '../../ready/points';

export const card: Card = {
  call(town) {
    toTheYearAfterNext(town);
    return { as: 'timer', input: {} };
  },
  who: 'the timer',
  may: timerOnly,
  publishes: onlyThoseWhoMay,
  costs: { requests: 194, documents: 158 },
};
