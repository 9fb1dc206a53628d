import { holder, isWrong, pickFrom } from '../../../simulation/histories/moves/move';
import { cadre } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { here } from '../../may';

export const card: Card = {
  async call(town) {
    const recordIds = [await town.agreed(8), await town.agreed(10)];
    const input = { villageId: 'v01', recordIds };
    return { as: cadre, input, otherInput: { ...input, recordIds: recordIds.slice(0, 1) } };
  },
  who: 'the committee of the village',
  may: { cadre: here },
  publishes: {
    ...onlyThoseWhoMay,
    texts: [],
  },
  move: {
    weight: 9,
    wish(scene) {
      const records = [...scene.model.records.values()];
      const agreed = records.filter(({ state }) => state === 'waiting-notice');
      const first = pickFrom(scene, isWrong(scene) ? records : agreed);
      if (!first) return null;
      const { villageId } = first;
      const others = (isWrong(scene) ? records : agreed).filter(
        (record) => record.villageId === villageId || isWrong(scene),
      );
      const gone = isWrong(scene) && isWrong(scene) ? [scene.world.newCommandId(0)] : [];
      const chosen = [first, ...others.slice(0, 4)].map(({ recordId }) => recordId);
      const recordIds = [...new Set([...chosen, ...gone])];
      return { openid: holder(scene, 'cadre', villageId), input: { villageId, recordIds } };
    },
  },
  costs: { requests: 15, documents: 13 },
};
