import { holder, recordIn } from '../../../simulation/histories/moves/move';
import { aDecision } from '../../../simulation/histories/moves/points';
import { cadre } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { apart } from '../../may';
import { bothWays } from '../../ready/points';

export const card: Card = {
  call: async (town) => bothWays(cadre, await town.declare(8)),
  who: 'the committee of the village, not on oneself or relatives',
  may: { cadre: apart },
  publishes: {
    ...onlyThoseWhoMay,
    texts: [],
  },
  move: {
    weight: 20,
    wish(scene) {
      const record = recordIn(scene, 'waiting-check');
      if (!record) return null;
      const input = aDecision(scene, record.recordId);
      return { openid: holder(scene, 'cadre', record.villageId), input };
    },
  },
  costs: { requests: 12, documents: 17 },
};
