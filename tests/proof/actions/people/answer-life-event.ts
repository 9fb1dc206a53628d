import { anEvent } from '../../../simulation/histories/moves/life';
import { holder, isWrong } from '../../../simulation/histories/moves/move';
import { cadre } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { apart } from '../../may';
import { proposedEvent } from '../../ready/life';

export const card: Card = {
  async call(town) {
    const lifeEventId = await proposedEvent(town);
    const otherInput = { lifeEventId, accept: false, reason: '还没有生' };
    return { as: cadre, input: { lifeEventId, accept: true }, otherInput };
  },
  who: 'committee, supervisors and town, as the second of two; never of their own house or kin',
  may: {
    cadre: apart,
    supervisor: apart,
    'town-admin': { ...apart, 'other-village': 'ok', 'other-shop': 'ok', none: 'ok' },
  },
  publishes: { ...onlyThoseWhoMay, texts: [] },
  move: {
    weight: 15,
    // What was looked at before and cannot change, or seldom between the two: actions/people.
    elsewhere: [
      ...['last-administrator', 'wrong-state', 'being-handed-over', 'household-not-found'],
      ...['same-household', 'other-village', 'not-adult', 'signs-by-phone', 'paper-missing'],
      ...['stands-elsewhere', 'kin-in-both', 'is-head', 'open-orders', 'division-does-not-fit'],
      ...['head-needed', 'last-of-household', 'still-people', 'spending-frozen'],
    ],
    wish(scene) {
      const { random, world, openids } = scene;
      const [lifeEventId, event] = anEvent(scene) ?? [];
      if (!lifeEventId || !event) return null;
      const proposer = openids.find((each) => world.personIdOf(each) === event.proposer);
      const outside = event.by === 'committee' ? ['supervisor', 'town-admin'] : ['cadre'];
      const office = random.pick(isWrong(scene) ? ['cadre'] : [...outside, 'supervisor']);
      const second = holder(scene, office, office === 'town-admin' ? undefined : event.villageId);
      const accept = random.chance(0.85);
      const input = {
        lifeEventId: isWrong(scene) && isWrong(scene) ? world.newCommandId(0) : lifeEventId,
        ...{ accept, ...(!accept && !isWrong(scene) && { reason: '还没有办' }) },
      };
      return { openid: isWrong(scene) && proposer ? proposer : second, input };
    },
  },
  costs: { requests: 17, documents: 14 },
};
