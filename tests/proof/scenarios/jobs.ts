import { people } from '../../../src/contracts';
import { endedNotices, toTheYearAfterNext } from './points';
import type { Scenarios } from './scenario';

/** Each job finds work for more than one household, so that it can be cut off in between. */
export const jobsScenarios: Scenarios = {
  async 'close-notices'(town) {
    await endedNotices(town);
    return { as: 'timer', input: {} };
  },
  async 'expire-orders'(town) {
    for (const number of [8, 9, 10]) await town.order(number);
    town.clock.advanceDays(9);
    return { as: 'timer', input: {} };
  },
  'lapse-points'(town) {
    toTheYearAfterNext(town);
    return { as: 'timer', input: {} };
  },
  'seal-day'(town) {
    town.clock.advanceDays(1);
    return { as: 'timer', input: {} };
  },
  async 'erase-expired'(town) {
    for (const number of [8, 9]) {
      await town.declare(number);
      await town.head(number).must(people.eraseMe, {});
    }
    const wrong = { villageId: 'v01', householdNumber: 16, name: '错名', namesShown: false };
    for (const openid of ['guesses', 'guesses-too']) await town.as(openid).call(people.join, wrong);
    town.clock.advanceDays(2);
    return { as: 'timer', input: {} };
  },
  /** Everything is due at once: notices, an order, a seal, and what the night erases. */
  async tick(town) {
    await endedNotices(town);
    for (const number of [8, 9]) await town.order(number);
    await town.head(10).must(people.eraseMe, {});
    town.clock.advanceDays(9);
    return { as: 'timer', input: {} };
  },
};
