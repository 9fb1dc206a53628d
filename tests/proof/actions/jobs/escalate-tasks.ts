import { type Card, onlyThoseWhoMay } from '../../card';
import { timerOnly } from '../../may';

export const card: Card = {
  /** A check, a panel that was drawn and a notice to open, all past their last day. */
  async call(town) {
    await town.declare(8);
    await town.drawFor(await town.declare(9));
    await town.agreed(10);
    town.clock.advanceDays(12);
    return { as: 'timer', input: {} };
  },
  who: 'the timer',
  may: timerOnly,
  publishes: onlyThoseWhoMay,
  costs: { requests: 21, documents: 17 },
};
