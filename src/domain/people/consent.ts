import { refuse } from '../kernel/refusal';
import { isSurelyAdult } from './roles';
import type { Household, Member } from './types';

/** Consent is given and withdrawn by an adult of the household (PIPL art. 14, 15, 25). */
export function mustBeAnAdult(member: Member, today: string): void {
  if (isSurelyAdult(member, today)) return;
  refuse('adult-only', '显不显示姓名,要由家里满18岁的人来选。请让家里大人用自己的手机选。');
}

/**
 * Whether villagers may see the head's surname where the household stands on a notice: the
 * household agreed, and a child who is head of one is never shown (PIPL art. 25, 31).
 */
export function mayBeNamed(household: Household, today: string): boolean {
  const { namesShown, headBirthYear } = household;
  return (
    namesShown && headBirthYear !== undefined && isSurelyAdult({ birthYear: headBirthYear }, today)
  );
}
