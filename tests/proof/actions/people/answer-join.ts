import { has } from '../../../simulation/histories/model/rule';
import { holder, isWrong, pickFrom } from '../../../simulation/histories/moves/move';
import { whereThey } from '../../../simulation/histories/moves/people';
import { supervisor } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { apart, type May } from '../../may';
import { agreedOnce } from '../../ready/people';

/** Whoever is of the committee like the first of the two. */
const committee: May['cadre'] = {
  ...{ 'own-household': 'own-household', 'near-relative': 'near-relative' },
  'other-household': 'another-must-agree',
};
const anywhereButOwn = {
  ...{ ...apart, 'other-village': 'ok', 'other-shop': 'ok', none: 'ok' },
};

export const card: Card = {
  async call(town) {
    const seen = await agreedOnce(town, 'waits-for-an-answer');
    const input = { ...seen, accept: true };
    return { as: supervisor, input, otherInput: { ...seen, accept: false } };
  },
  who: 'two people, one of them outside the committee; not for one’s own household',
  // A cadre agreed, so that it is another’s turn.
  may: { cadre: committee, supervisor: apart, 'town-admin': anywhereButOwn },
  publishes: {
    ...onlyThoseWhoMay,
    texts: [],
  },
  move: {
    weight: 5,
    wish(scene) {
      const { random, world, model, openids } = scene;
      const requests = [...model.requests].filter(
        ([, { state }]) => state === 'waiting' || state === 'agreed' || isWrong(scene),
      );
      const request = pickFrom(scene, requests);
      if (!request) return null;
      const [joinRequestId, asked] = request;
      const { villageId, withOffice, householdNumber, name, personId, agreed } = asked;
      // What was seen may be of before: whoever waits may have asked anew, as somebody else.
      const other = isWrong(scene) ? pickFrom(scene, [...model.members.values()]) : null;
      const seen = other?.name ? whereThey(scene, other) : { householdNumber, name };
      // For an office one of the two is of the town; whoever agreed first may try to be both.
      const wantsTown = withOffice && agreed?.by !== 'town';
      const byTown = wantsTown !== isWrong(scene);
      // The town's own people may ask like anybody else, and would rather not wait for an answer.
      const asker = openids.find((each) => world.personIdOf(each) === personId);
      if (asker && has(model.persons.get(personId) ?? null, 'town-admin') && random.chance(0.5)) {
        return { openid: asker, input: { joinRequestId, householdNumber, name, accept: true } };
      }
      const office = agreed?.by === 'committee' || random.chance(0.4) ? 'supervisor' : 'cadre';
      const openid = byTown ? holder(scene, 'town-admin') : holder(scene, office, villageId);
      const whom = { householdNumber: seen.householdNumber, name: seen.name };
      return { openid, input: { joinRequestId, ...whom, accept: random.chance(0.8) } };
    },
  },
  costs: { requests: 22, documents: 19 },
};
