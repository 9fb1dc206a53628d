import { holder, recordIn } from '../../../simulation/histories/moves/move';
import { cadre } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { apart } from '../../may';

export const card: Card = {
  async call(town) {
    // Nobody of these households sits on a panel, so that enough others are left to draw from.
    const other = { recordId: await town.declare(13) };
    const input = { recordId: await town.declare(14) };
    await town.drawFor(other.recordId, input.recordId);
    town.clock.advanceDays(7);
    return { as: cadre, input, otherInput: other };
  },
  who: 'the committee of the village, not on oneself or relatives',
  may: { cadre: apart },
  publishes: {
    ...onlyThoseWhoMay,
    texts: [],
  },
  move: {
    weight: 2,
    wish(scene) {
      const record = recordIn(scene, 'waiting-review');
      if (!record) return null;
      const { recordId, villageId } = record;
      return { openid: holder(scene, 'cadre', villageId), input: { recordId } };
    },
  },
  costs: { requests: 12, documents: 17 },
};
