import { type Card, onlyThoseWhoMay } from '../../card';
import { timerOnly } from '../../may';

export const card: Card = {
  call(town) {
    town.clock.advanceDays(1);
    return { as: 'timer', input: {} };
  },
  who: 'the timer',
  may: timerOnly,
  publishes: onlyThoseWhoMay,
  costs: { requests: 97, documents: 747 },
  growsWithHistory: "reads the quarter's entries of a village, to make its totals anew from them",
};
