import { aChange } from '../../../simulation/histories/moves/life';
import { holder, isWrong } from '../../../simulation/histories/moves/move';
import { householdId } from '../../../support/household-ids';
import { administrator } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { apart } from '../../may';
import { oneChildMore } from '../../ready/life';

export const card: Card = {
  call(town) {
    const ofIt = { householdId: householdId(town, 'v01-14') };
    const otherInput = { ...ofIt, change: { kind: 'number', number: 77 } };
    return { as: administrator, input: { ...ofIt, change: oneChildMore }, otherInput };
  },
  who: 'committee, supervisors and town, as the first of two; never of their own house or kin',
  may: {
    cadre: apart,
    supervisor: apart,
    'town-admin': { ...apart, 'other-village': 'ok', 'other-shop': 'ok', none: 'ok' },
  },
  publishes: { ...onlyThoseWhoMay, texts: [] },
  move: {
    weight: 10,
    // Nobody who looks after the town without an office of the register leaves it; an order of
    // who ends is seldom at the counter: actions/people/two-households.
    elsewhere: ['last-administrator', 'wrong-state', 'being-handed-over'],
    wish(scene) {
      const { random, world } = scene;
      const happened = aChange(scene);
      if (!happened) return null;
      const { household, change } = happened;
      const first = random.pick(['cadre', 'supervisor', 'town-admin']);
      const at = first === 'town-admin' ? undefined : household.villageId;
      const nowhere = isWrong(scene) && isWrong(scene);
      const householdId = nowhere ? world.newCommandId(0) : household.householdId;
      return { openid: holder(scene, first, at), input: { householdId, change } };
    },
  },
  costs: { requests: 12, documents: 10 },
};
