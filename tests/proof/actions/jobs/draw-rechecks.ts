import { type Card, onlyThoseWhoMay } from '../../card';
import { timerOnly } from '../../may';
import { posted } from '../../ready/points';
import { freezeRechecks, toTheDraw } from '../../ready/rechecks';

export const card: Card = {
  /** What was posted last month stands frozen, and its morning has come. */
  async call(town) {
    await posted(town);
    await freezeRechecks(town);
    toTheDraw(town);
    await town.timer('jobs', 'seal-day');
    return { as: 'timer', input: {} };
  },
  who: 'the timer',
  may: timerOnly,
  publishes: onlyThoseWhoMay,
  costs: { requests: 30, documents: 21 },
};
