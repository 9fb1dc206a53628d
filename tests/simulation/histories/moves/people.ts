import { dayOf, yearOf } from '../model/days';
import type { ModelMember } from '../model/state';
import { isWrong, type Scene } from './move';

const numberOf = ({ model }: Scene, { householdId }: ModelMember) =>
  model.households.get(householdId)?.number ?? 0;

/** Too young to speak for a household. */
export function isMinor({ world }: Scene, member: ModelMember | undefined): boolean {
  return member !== undefined && yearOf(dayOf(world.nowMs())) - member.birthYear <= 18;
}

/** Those whose phone is in the hands of somebody like that. */
export function phonesOf({ world, model, openids }: Scene, like: (member: ModelMember) => boolean) {
  return openids.filter((openid) => {
    const { memberId } = model.persons.get(world.personIdOf(openid)) ?? {};
    const member = model.members.get(memberId ?? '');
    return member !== undefined && like(member);
  });
}

/** Wild guessing belongs to the proof of guess limits; here somebody errs now and then. */
export function whereThey(scene: Scene, member: ModelMember) {
  const { name } = member;
  const villageId = isWrong(scene) && isWrong(scene) ? 'v99' : member.villageId;
  const householdNumber = isWrong(scene) ? 1 + scene.random.integer(16) : numberOf(scene, member);
  return { villageId, householdNumber, name: name || '没有这人' };
}

/** Those with a phone who live in no household of the register. */
export function strangers({ world, model, openids }: Scene): string[] {
  return openids.filter(
    (openid) => (model.persons.get(world.personIdOf(openid))?.householdId ?? null) === null,
  );
}

const tokenLifeMs = 600_000;

/** The token a phone gets from WeChat, signed as `wechat` signs it. */
export function tokenFor({ world, tokens }: Scene, openid: string, phone: string): string {
  const personId = world.lookUpOf(openid);
  const validUntilMs = world.nowMs() + tokenLifeMs;
  const signature = world.secret.sign('phone', `${personId}\n${phone}\n${validUntilMs}`);
  const token = `${phone}.${validUntilMs}.${signature}`;
  tokens.set(token, { personId, phone, validUntilMs });
  return token;
}
