import { has } from '../../../simulation/histories/model/rule';
import { holder, isWrong, pickFrom } from '../../../simulation/histories/moves/move';
import { whereThey } from '../../../simulation/histories/moves/people';
import { cadre } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { notOneself } from '../../may';
import { askToJoin } from '../../ready/people';

const anywhereButOwn = {
  ...{ ...notOneself, 'other-village': 'ok', 'other-shop': 'ok', none: 'ok' },
};

export const card: Card = {
  async call(town) {
    const seen = await askToJoin(town, 'waits-for-an-answer');
    const input = { ...seen, accept: true };
    return { as: cadre, input, otherInput: { ...seen, accept: false } };
  },
  who: 'the committee of the village, and the town; not for one’s own household',
  may: { cadre: notOneself, 'town-admin': anywhereButOwn },
  publishes: {
    ...onlyThoseWhoMay,
    texts: [],
  },
  move: {
    weight: 3,
    wish(scene) {
      const { random, world, model, openids } = scene;
      const requests = [...model.requests].filter(
        ([, { state }]) => state === 'waiting' || isWrong(scene),
      );
      const request = pickFrom(scene, requests);
      if (!request) return null;
      const [joinRequestId, { villageId, withOffice, householdNumber, name, personId }] = request;
      // What was seen may be of before: whoever waits may have asked anew, as somebody else.
      const other = isWrong(scene) ? pickFrom(scene, [...model.members.values()]) : null;
      const seen = other?.name ? whereThey(scene, other) : { householdNumber, name };
      const byTown = withOffice !== isWrong(scene);
      // The town's own people may ask like anybody else, and would rather not wait for an answer.
      const asker = openids.find((each) => world.personIdOf(each) === personId);
      if (asker && has(model.persons.get(personId) ?? null, 'town-admin') && random.chance(0.5)) {
        return { openid: asker, input: { joinRequestId, householdNumber, name, accept: true } };
      }
      const openid = byTown ? holder(scene, 'town-admin') : holder(scene, 'cadre', villageId);
      const whom = { householdNumber: seen.householdNumber, name: seen.name };
      return { openid, input: { joinRequestId, ...whom, accept: random.chance(0.8) } };
    },
  },
  costs: { requests: 19, documents: 15 },
};
