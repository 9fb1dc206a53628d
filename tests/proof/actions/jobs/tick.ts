import { people } from '../../../../src/contracts';
import { type Card, onlyThoseWhoMay } from '../../card';
import { timerOnly } from '../../may';
import { endedNotices } from '../../ready/points';

export const card: Card = {
  /** Everything is due at once: notices, an order, a seal, and what the night erases. */
  async call(town) {
    await endedNotices(town);
    for (const number of [8, 9]) await town.order(number);
    await town.head(10).must(people.eraseMe, {});
    town.clock.advanceDays(9);
    return { as: 'timer', input: {} };
  },
  who: 'the timer',
  may: timerOnly,
  publishes: onlyThoseWhoMay,
  costs: { requests: 767, documents: 3403 },
  growsWithHistory: 'runs the jobs, among them the two above',
  heldMs: 61_000,
  inAnyOrder: 'jobs take turns: the next tick does one that was cut off after those not begun yet',
};
