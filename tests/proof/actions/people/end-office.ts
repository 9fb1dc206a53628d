import { endedBy } from '../../../../src/contracts/offices';
import {
  anybody,
  holder,
  isWrong,
  ofHousehold,
  pickFrom,
  today,
} from '../../../simulation/histories/moves/move';
import { officeOf } from '../../../support/offices';
import { administrator } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { anywhere, apart, everySeat, type May } from '../../may';

/** Residents may try: they resign from what is their own. */
const notTheirs = 'office-not-yours';
const ofVillage: May['cadre'] = {
  ...apart,
  ...{ 'other-village': notTheirs, 'other-shop': notTheirs, none: notTheirs },
};

const seats: May = Object.fromEntries(Object.keys(everySeat).map((seat) => [seat, notTheirs]));

export const card: Card = {
  call(town) {
    const act = (householdNumber: number, basis: string) => ({
      ...{ officeId: officeOf(town, { householdNumber }).officeId, basis },
      ...{ day: town.today(), cites: '辞职报告' },
    });
    return { as: administrator, input: act(9, 'resigned'), otherInput: act(10, 'term-over') };
  },
  who: 'committee, supervisors and town, as the first of two; whoever holds it by resigning',
  may: {
    resident: notTheirs,
    cadre: ofVillage,
    supervisor: ofVillage,
    'town-admin': { ...anywhere, ...apart },
    ...seats,
  },
  publishes: {
    ...onlyThoseWhoMay,
    texts: [],
  },
  move: {
    weight: 3,
    // Two officers of one household, or of near ones, are rare: the authority matrix has them.
    elsewhere: ['own-household', 'near-relative'],
    wish(scene) {
      const { random, model, world } = scene;
      const ofTown = random.chance(0.3);
      const all = [...model.offices].filter(([, { role }]) => !ofTown || role === 'town-admin');
      // Entered twice, by whomever: only one of the two can come into force.
      const pending = [...model.acts.values()].filter(({ state }) => state === 'proposed');
      const again = random.chance(0.2) ? pickFrom(scene, pending)?.officeId : null;
      const chosen = all.find(([id]) => id === again) ?? pickFrom(scene, all);
      const [officeId, held] = chosen ?? [];
      if (!officeId || !held) return null;
      const { householdId, place, personId } = held;
      const resigns = random.chance(0.3);
      const founder = scene.openids.find((each) => world.personIdOf(each) === personId);
      const own = householdId ? ofHousehold(scene, householdId) : (founder ?? anybody(scene));
      const first = ofTown ? 'town-admin' : random.pick(['cadre', 'supervisor', 'town-admin']);
      const at = first === 'town-admin' || isWrong(scene) ? undefined : place;
      const input = {
        officeId: isWrong(scene) ? world.newCommandId(0) : officeId,
        basis: resigns ? 'resigned' : random.pick(endedBy.options),
        ...{ day: isWrong(scene) ? '2035-01-01' : today(scene), cites: '会议记录' },
      };
      return { openid: resigns ? own : holder(scene, first, at), input };
    },
  },
  costs: { requests: 12, documents: 8 },
};
