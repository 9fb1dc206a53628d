import { people } from '../../../../src/contracts';
import { holder, isWrong, pickFrom } from '../../../simulation/histories/moves/move';
import { supervisor } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { apart } from '../../may';
import { askToBeEntered } from '../../ready/people';

export const card: Card = {
  async call(town) {
    const seen = await askToBeEntered(town, 'waits-to-be-entered', 8);
    await town.head(2).must(people.answerEntryRequest, { ...seen, accept: true });
    const input = { ...seen, accept: false, reason: '没有常住' };
    return { as: supervisor, input, otherInput: { ...seen, accept: true } };
  },
  who: 'two people, one of them outside the committee; not into one’s own household or a near one',
  // A cadre agreed, and it is another’s turn; a no anybody else may say.
  may: {
    cadre: apart,
    supervisor: apart,
    'town-admin': { ...apart, 'other-village': 'ok', 'other-shop': 'ok', none: 'ok' },
  },
  publishes: {
    ...onlyThoseWhoMay,
    texts: [],
  },
  move: {
    weight: 7,
    // Nobody has so many households; the village and the household are not taken away.
    elsewhere: [
      ...['no-free-number', 'village-not-found', 'household-not-found', 'already-joined'],
      // Rare meetings: actions/people/entry-requests.
      ...['own-request', 'household-ended', 'name-stands-already'],
    ],
    wish(scene) {
      const { random, model, world, openids } = scene;
      const over = ['refused', 'closed'];
      const all = [...model.entries].filter(
        ([, { state }]) => !over.includes(state) || isWrong(scene),
      );
      const [entryRequestId, entry] = pickFrom(scene, all) ?? [];
      if (!entryRequestId || !entry) return null;
      const outside = entry.agreed?.by === 'committee' || over.includes(entry.noes[0] ?? '');
      const office = random.pick(outside ? ['supervisor', 'town-admin'] : ['cadre', 'supervisor']);
      const at = office === 'town-admin' ? undefined : entry.villageId;
      const involved = [entry.personId, entry.agreed?.personId, ...entry.noes];
      const wanted = isWrong(scene) ? random.pick(involved) : null;
      const known = openids.find((each) => world.personIdOf(each) === wanted);
      const accept = random.chance(0.75);
      return {
        openid: known ?? holder(scene, office, at),
        input: {
          ...{ entryRequestId, accept },
          askedAtMs: isWrong(scene) ? entry.askedAtMs - 1 : entry.askedAtMs,
          ...(!accept && !isWrong(scene) && { reason: '没有住在这里' }),
        },
      };
    },
  },
  costs: { requests: 14, documents: 11 },
};
