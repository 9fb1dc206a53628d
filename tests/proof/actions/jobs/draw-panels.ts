import { type Card, onlyThoseWhoMay } from '../../card';
import { timerOnly } from '../../may';

export const card: Card = {
  /** Two records that passed their check the day before, and every village sealed. */
  async call(town) {
    for (const household of [8, 9]) await town.check(await town.declare(household));
    town.clock.advanceDays(1);
    await town.timer('jobs', 'seal-day');
    return { as: 'timer', input: {} };
  },
  who: 'the timer',
  may: timerOnly,
  publishes: onlyThoseWhoMay,
  costs: { requests: 26, documents: 19 },
};
