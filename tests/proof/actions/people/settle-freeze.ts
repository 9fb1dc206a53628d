import { people } from '../../../../src/contracts';
import { holder, isWrong, pickFrom } from '../../../simulation/histories/moves/move';
import { supervisor } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { apart, type May } from '../../may';
import { frozen } from '../../ready/people';

/** Whoever is of the committee like the first of the two. */
const committee: May['cadre'] = { ...apart, 'other-household': 'another-must-agree' };

export const card: Card = {
  async call(town) {
    const [one, other] = [await frozen(town, 8), await frozen(town, 9)];
    for (const householdId of [one, other]) {
      await town.head(2).must(people.settleFreeze, { householdId });
    }
    return { as: supervisor, input: { householdId: one }, otherInput: { householdId: other } };
  },
  who: 'two people, one of them outside the committee; not for oneself or near relatives',
  // A cadre agreed, so that it is another’s turn.
  may: {
    cadre: committee,
    supervisor: apart,
    'town-admin': { ...apart, 'other-village': 'ok', 'other-shop': 'ok', none: 'ok' },
  },
  publishes: {
    ...onlyThoseWhoMay,
    texts: [],
  },
  move: {
    weight: 3,
    // Whoever stopped it lives in its household, unless they were let go since.
    elsewhere: ['own-freeze'],
    wish(scene) {
      const { random, model } = scene;
      const all = [...model.accounts].filter(([, { frozen }]) => frozen !== null || isWrong(scene));
      const [householdId, account] = pickFrom(scene, all) ?? [];
      if (!householdId) return null;
      const villageId = model.households.get(householdId)?.villageId;
      const { agreed } = account?.frozen ?? {};
      const outside = agreed?.by === 'committee' || random.chance(0.4);
      const office = outside ? 'supervisor' : 'cadre';
      const byTown = random.chance(0.3);
      const openid = byTown ? holder(scene, 'town-admin') : holder(scene, office, villageId);
      return { openid, input: { householdId } };
    },
  },
  costs: { requests: 11, documents: 9 },
};
