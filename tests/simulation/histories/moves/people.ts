import { dayOf, yearOf } from '../model/days';
import { has } from '../model/rule';
import type { ModelMember } from '../model/state';
import { anybody, holder, isWrong, type Move, type Moves, pickFrom, type Scene } from './move';

/** Phone numbers that WeChat vouched for, and to whom. */
export type Tokens = Map<string, { personId: string; phone: string; validUntilMs: number }>;

const tokenLifeMs = 600_000;

const numberOf = (member: ModelMember) => Number(member.householdId.split('-').at(-1));

/** Too young to speak for a household. */
function isMinor({ world }: Scene, member: ModelMember | undefined): boolean {
  return member !== undefined && yearOf(dayOf(world.nowMs())) - member.birthYear <= 18;
}

/** Those whose phone is in the hands of somebody like that. */
function phonesOf({ world, model, openids }: Scene, like: (member: ModelMember) => boolean) {
  return openids.filter((openid) => {
    const { memberId } = model.persons.get(world.personIdOf(openid)) ?? {};
    const member = model.members.get(memberId ?? '');
    return member !== undefined && like(member);
  });
}

/** Wild guessing belongs to the proof of guess limits; here somebody errs now and then. */
function whereThey(scene: Scene, member: ModelMember) {
  const { name } = member;
  const villageId = isWrong(scene) && isWrong(scene) ? 'v99' : member.villageId;
  const householdNumber = isWrong(scene) ? 1 + scene.random.integer(16) : numberOf(member);
  return { villageId, householdNumber, name: name || '没有这人' };
}

/** The token a phone gets from WeChat, signed as `wechat` signs it. */
function tokenFor({ world }: Scene, tokens: Tokens, openid: string, phone: string): string {
  const personId = world.personIdOf(openid);
  const validUntilMs = world.nowMs() + tokenLifeMs;
  const signature = world.secret.sign('phone', `${personId}\n${phone}\n${validUntilMs}`);
  const token = `${phone}.${validUntilMs}.${signature}`;
  tokens.set(token, { personId, phone, validUntilMs });
  return token;
}

export function joinMove(tokens: Tokens): Move {
  return (scene) => {
    const { random, world, model, openids } = scene;
    const strangers = openids.filter(
      (openid) => (model.persons.get(world.personIdOf(openid))?.householdId ?? null) === null,
    );
    const openid = isWrong(scene) ? anybody(scene) : pickFrom(scene, strangers);
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
    const fresh = phone && random.chance(0.7) ? tokenFor(scene, tokens, openid, phone) : null;
    const phoneToken = isWrong(scene) && known ? known : fresh;
    return {
      openid,
      input: {
        ...whereThey(scene, member),
        ...(phoneToken && { phoneToken }),
        namesShown: random.chance(0.5),
      },
    };
  };
}

export const peopleMoves: Moves = {
  'answer-join'(scene) {
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
  'set-names-shown'(scene) {
    const young = phonesOf(scene, (member) => isMinor(scene, member));
    const minor = scene.random.chance(0.3) ? pickFrom(scene, young) : null;
    const input = { namesShown: scene.random.chance(0.5) };
    return { openid: minor ?? holder(scene, 'resident'), input };
  },
  'erase-me'(scene) {
    const { world, model, openids, random } = scene;
    // The founder may go once there is another: then one of the register may be the last.
    const ofTown = openids.filter((openid) =>
      has(model.persons.get(world.personIdOf(openid)) ?? null, 'town-admin'),
    );
    const goes = ofTown.length > 1 && random.chance(0.3);
    if (goes) return { openid: random.pick(ofTown), input: {} };
    return { openid: isWrong(scene) ? holder(scene, 'town-admin') : anybody(scene), input: {} };
  },
  'erase-member'(scene) {
    const members = [...scene.model.members.values()];
    // Once the founder is gone, one of these may be the last.
    const ofTown = members.filter(({ roles }) => roles.includes('town-admin@town'));
    const member =
      (scene.random.chance(0.3) && pickFrom(scene, ofTown)) || pickFrom(scene, members);
    if (!member) return null;
    return { openid: holder(scene, 'town-admin'), input: whereThey(scene, member) };
  },
};
