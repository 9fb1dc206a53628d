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
