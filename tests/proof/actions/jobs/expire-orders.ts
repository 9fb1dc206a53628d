import { type Card, onlyThoseWhoMay } from '../../card';
import { timerOnly } from '../../may';

export const card: Card = {
  async call(town) {
    for (const number of [8, 9, 10]) await town.order(number);
    town.clock.advanceDays(9);
    return { as: 'timer', input: {} };
  },
  who: 'the timer',
  may: timerOnly,
  publishes: onlyThoseWhoMay,
  costs: { requests: 52, documents: 43 },
};
