import { holder, isWrong, ofHousehold, recordIn } from '../../../simulation/histories/moves/move';
import { resident } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { ownHousehold } from '../../may';

export const card: Card = {
  async call(town) {
    const input = { recordId: await town.declare(8) };
    return { as: resident, input, otherInput: { recordId: await town.declare(8) } };
  },
  who: 'the household that declared, or the cadre who recorded',
  may: {
    resident: ownHousehold,
    cadre: {
      ...ownHousehold,
      'near-relative': 'not-the-recorder',
      'other-household': 'not-the-recorder',
    },
  },
  publishes: {
    ...onlyThoseWhoMay,
    texts: [],
  },
  move: {
    weight: 2,
    wish(scene) {
      const record = recordIn(scene, 'waiting-check');
      if (!record) return null;
      const { recordId, householdId, byCadre, villageId } = record;
      const cadre = byCadre || isWrong(scene);
      const openid = cadre ? holder(scene, 'cadre', villageId) : ofHousehold(scene, householdId);
      return { openid, input: { recordId } };
    },
  },
  costs: { requests: 12, documents: 10 },
};
