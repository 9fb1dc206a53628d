import { anybody, isWrong, pickFrom } from '../../../simulation/histories/moves/move';
import { strangers, tokenFor } from '../../../simulation/histories/moves/people';
import type { Card } from '../../card';
import { everySeat } from '../../may';
import { newcomer } from '../../ready/people';

/** Who lives in a household of the register is in it already. */
const once = {
  ...{ 'own-household': 'already-joined', 'near-relative': 'already-joined' },
  ...{ 'other-household': 'already-joined', 'other-village': 'already-joined' },
  ...{ 'other-shop': 'already-joined', none: 'ok' },
};

export const card: Card = {
  call: () => {
    const other = { ...newcomer, name: '新来二' };
    return { as: { openid: 'newly-come' }, input: newcomer, otherInput: other };
  },
  who: 'WeChat users who live in no household of the register yet',
  may: {
    ...{ resident: once, cadre: once, panel: once, supervisor: once, keeper: once },
    ...{ 'town-admin': once, unjoined: 'ok', 'false-timer': 'ok', ...everySeat },
  },
  publishes: {
    apart: 'about-the-caller',
    caller: ['state'],
    texts: [],
    // Which households there are stands on every notice; who lives in them is not told.
    asked: () => [newcomer, { ...newcomer, householdNumber: 9 }],
  },
  move: {
    weight: 3,
    // Asking on and on is the proof of guess limits.
    elsewhere: ['too-many-tries'],
    wish(scene) {
      const { random, model, tokens } = scene;
      const openid = isWrong(scene) ? anybody(scene) : pickFrom(scene, strangers(scene));
      if (!openid) return null;
      const villageId = isWrong(scene) ? 'v99' : random.pick(['v01', 'v01', 'v02']);
      const there = [...model.households.values()].filter((each) => each.villageId === villageId);
      const member = pickFrom(scene, [...model.members.values()]);
      const ownPhone = `1000001${1000 + random.integer(9000)}`;
      const phone = isWrong(scene) && member?.phone ? member.phone : ownPhone;
      const stale = pickFrom(scene, [...tokens.keys()]);
      const fresh = random.chance(0.6) ? tokenFor(scene, openid, phone) : null;
      const phoneToken = isWrong(scene) && stale ? stale : fresh;
      const name =
        isWrong(scene) && member?.name ? member.name : `新来${random.pick([...'甲乙丙丁戊'])}`;
      const number = pickFrom(scene, there)?.number ?? 1;
      const lives = isWrong(scene) ? 999 : random.chance(0.5) ? number : null;
      return {
        openid,
        input: {
          ...{ villageId, name, birthYear: isWrong(scene) ? 2015 : 1990 },
          ...{ residence: 'newcomer', sinceMonth: isWrong(scene) ? '2090-01' : '2024-03' },
          ...{ householdNumber: lives, namesShown: random.chance(0.5) },
          ...(phoneToken && { phoneToken }),
        },
      };
    },
  },
  costs: { requests: 16, documents: 9 },
};
