import { people } from '../../../../src/contracts';
import { type Card, onlyThoseWhoMay } from '../../card';
import { timerOnly } from '../../may';

export const card: Card = {
  async call(town) {
    for (const number of [8, 9]) {
      await town.declare(number);
      await town.head(number).must(people.eraseMe, {});
    }
    const wrong = { villageId: 'v01', householdNumber: 16, name: '错名', namesShown: false };
    for (const openid of ['guesses', 'guesses-too']) await town.as(openid).call(people.join, wrong);
    town.clock.advanceDays(2);
    return { as: 'timer', input: {} };
  },
  who: 'the timer',
  may: timerOnly,
  publishes: onlyThoseWhoMay,
  costs: { requests: 434, documents: 3093 },
  growsWithHistory:
    'looks for the names of those who asked to be erased in all their village wrote',
};
