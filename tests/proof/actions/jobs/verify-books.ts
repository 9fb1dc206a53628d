import { type Card, onlyThoseWhoMay } from '../../card';
import { timerOnly } from '../../may';

export const card: Card = {
  async call(town) {
    town.clock.advanceDays(1);
    await town.timer('jobs', 'seal-day');
    return { as: 'timer', input: {} };
  },
  who: 'the timer',
  may: timerOnly,
  publishes: onlyThoseWhoMay,
  costs: { requests: 127, documents: 820 },
  growsWithHistory: 'reads every chain whole, once a night: that is what it is for',
};
