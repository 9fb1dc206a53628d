import { wechat } from '../../../../src/contracts';
import type { PublicStage } from '../../../security/public-stage';
import { anybody, isWrong, pickFrom } from '../../../simulation/histories/moves/move';
import {
  isMinor,
  strangers,
  tokenFor,
  whereThey,
} from '../../../simulation/histories/moves/people';
import { testHeadName, testPhone } from '../../../support/test-register';
import type { Card } from '../../card';
import { everySeat } from '../../may';

/** Everybody in the register whom a stranger might name: five guesses are all they have. */
const guesses = ({ people }: PublicStage) =>
  people.slice(0, 6).map(({ householdNumber, name }) => ({
    ...{ villageId: 'v01', householdNumber, name, namesShown: true },
  }));

/** Who lives in a household of the register joins no second time. */
const once = {
  ...{ 'own-household': 'already-joined', 'near-relative': 'already-joined' },
  ...{ 'other-household': 'already-joined', 'other-village': 'already-joined' },
  ...{ 'other-shop': 'already-joined', none: 'ok' },
};

export const card: Card = {
  async call(town) {
    const openid = 'newly-come';
    const code = `phone:${testPhone(2, 12)}`;
    const { phoneToken } = await town.as(openid).must(wechat.readPhoneNumber, { code });
    const input = {
      villageId: 'v02',
      householdNumber: 12,
      name: testHeadName(12),
      phoneToken,
      namesShown: true,
    };
    return { as: { openid }, input, otherInput: { ...input, namesShown: false } };
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
    asked: guesses,
  },
  move: {
    weight: 5,
    // Guessing on and on is the proof of guess limits.
    elsewhere: ['too-many-tries'],
    wish(scene) {
      const { random, model, tokens } = scene;
      const openid = isWrong(scene) ? anybody(scene) : pickFrom(scene, strangers(scene));
      const free = [...model.members.values()].filter(
        ({ personId, name }) => name !== '' && (personId === null || isWrong(scene)),
      );
      // Two may ask to be the same person.
      const asked = new Set([...model.requests.values()].map(({ memberId }) => memberId));
      const wanted = free.filter(({ memberId }) => asked.has(memberId));
      const young = random.chance(0.3) ? free.filter((each) => isMinor(scene, each)) : [];
      const member =
        (random.chance(0.2) && pickFrom(scene, wanted)) ||
        (pickFrom(scene, young) ?? pickFrom(scene, free));
      if (!openid || !member) return null;
      const { phone } = member;
      const known = pickFrom(scene, [...tokens.keys()]);
      const fresh = phone && random.chance(0.7) ? tokenFor(scene, openid, phone) : null;
      const phoneToken = isWrong(scene) && known ? known : fresh;
      const { name, ...where } = whereThey(scene, member);
      // The number says who it is; without one, only somebody in error leaves out the name.
      const isNameless = phoneToken === null ? isWrong(scene) : random.chance(0.5);
      return {
        openid,
        input: {
          ...where,
          ...(!isNameless && { name }),
          ...(phoneToken && { phoneToken }),
          namesShown: random.chance(0.5),
        },
      };
    },
  },
  costs: { requests: 24, documents: 15 },
};
