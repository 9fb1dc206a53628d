import { holder, isWrong, pickFrom } from '../../../simulation/histories/moves/move';
import { headOpenid } from '../../../support/town';
import type { Card } from '../../card';
import { divisionToSign } from '../../ready/life';

const head14 = { openid: headOpenid(1, 14) };
const notTheirs = 'nothing-to-sign';

export const card: Card = {
  async call(town) {
    const lifeEventId = await divisionToSign(town);
    const other = await divisionToSign(town, 78);
    return { as: head14, input: { lifeEventId }, otherInput: { lifeEventId: other } };
  },
  who: 'adults of a household that splits, each for themselves',
  may: {
    resident: {
      ...{ 'own-household': 'ok', 'near-relative': notTheirs, 'other-household': notTheirs },
      ...{ 'other-village': notTheirs, 'other-shop': notTheirs, none: notTheirs },
    },
  },
  publishes: { apart: 'about-the-caller', caller: ['lifeEventId'], texts: [] },
  move: {
    weight: 8,
    wish(scene) {
      const { random, model, world, openids } = scene;
      const waiting = [...model.events].filter(
        ([, { change, state }]) =>
          isWrong(scene) ||
          (state === 'proposed' && change.kind === 'split' && change.division.how === 'signed'),
      );
      const [lifeEventId, event] = pickFrom(scene, waiting) ?? [];
      if (!lifeEventId || !event) return null;
      const own = openids.filter((each) => {
        return model.persons.get(world.personIdOf(each))?.householdId === event.householdId;
      });
      const openid = (!isWrong(scene) && pickFrom(scene, own)) || holder(scene, 'resident');
      const nowhere = isWrong(scene) && random.chance(0.3);
      return { openid, input: { lifeEventId: nowhere ? world.newCommandId(0) : lifeEventId } };
    },
  },
  costs: { requests: 10, documents: 6 },
};
