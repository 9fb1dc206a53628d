import { type Card, onlyThoseWhoMay } from '../../card';
import { timerOnly } from '../../may';
import { endedNotices } from '../../ready/points';

export const card: Card = {
  async call(town) {
    await endedNotices(town);
    return { as: 'timer', input: {} };
  },
  who: 'the timer',
  may: timerOnly,
  publishes: onlyThoseWhoMay,
  costs: { requests: 46, documents: 50 },
};
