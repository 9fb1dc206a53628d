import { people } from '../../../../src/contracts';
import { type Card, onlyThoseWhoMay } from '../../card';
import { timerOnly } from '../../may';

export const card: Card = {
  /** A check that waits for two cadres, a notice and points that were posted. */
  async call(town) {
    for (const number of [2, 3]) {
      await town.head(number).must(people.addTickets, { accepted: ['to-do'] });
      town.postOffice.give(town.head(number).openid, 'template-to-do');
    }
    await town.head(8).must(people.addTickets, { accepted: ['on-notice', 'posted'] });
    town.postOffice.give(town.head(8).openid, 'template-on-notice');
    await town.onNotice(8);
    await town.declare(9);
    return { as: 'timer', input: {} };
  },
  who: 'the timer',
  may: timerOnly,
  publishes: onlyThoseWhoMay,
  costs: { requests: 59, documents: 53 },
};
