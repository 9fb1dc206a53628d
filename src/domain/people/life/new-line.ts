import { refuse } from '../../kernel/refusal';
import { ageGroup } from '../../town/register/birth';
import type { StoredHousehold } from '../../town/register/types';
import { isSameName } from '../names';
import { mustBeNewByName, newMember, withLine } from '../new-line';
import type { Household, Member } from '../types';
import { livingIn } from './members';
import { relationWords } from './relations';
import type { LifeChange } from './types';

type NewLine = Extract<LifeChange, { kind: 'adult' | 'move-in' }>;
type Line = NewLine['line'];

/**
 * Nobody under 18 is stored; whose 18th year it is, is one by the registrar's word.
 * @param today of +08:00
 * @throws Refusal `not-adult`
 */
export function mustBeAdult({ birthYear, isAdult }: Line, today: string): void {
  const age = ageGroup({ year: birthYear }, today);
  if (age === 'minor') {
    refuse('not-adult', '没满18岁的人不登记姓名,只改家里孩子的个数。满18岁以后再登记。');
  }
  if (age === 'unsure' && !isAdult) {
    refuse('not-adult', '今年满18岁的,要看过生日已经过了,勾上“已经满18岁”再登记。');
  }
}

/** @throws Refusal `stands-elsewhere` */
function mustStandNowhereElse(villageId: string, { name }: Line, ofPhone: readonly Member[]): void {
  const isThem = (member: Member) =>
    member.villageId === villageId && isSameName(member.name, name);
  if (!ofPhone.some(isThem)) return;
  refuse(
    'stands-elsewhere',
    `“${name}”已经在本村另一户的册上,手机号也一样。是搬过来的,请办“搬到另一户”。`,
  );
}

/**
 * Somebody who turned 18 or came to live here, seen by two people with their number; who turned 18
 * is no child any more.
 * @param ofPhone whoever has the number by now
 * @throws Refusal `not-adult`, `name-stands-already`, `stands-elsewhere`
 */
export function withSomebodyNew(
  at: StoredHousehold,
  { kind, line }: NewLine,
  ofPhone: readonly Member[],
  { memberId, today }: { memberId: string; today: string },
): { household: Household; member: Member } {
  const { household } = at;
  const { householdId, villageId, minors = 0 } = household;
  mustBeAdult(line, today);
  mustBeNewByName(line.name, livingIn(at));
  mustStandNowhereElse(villageId, line, ofPhone);
  const { name, birthYear, relation, phone = null, residence } = line;
  const told = { name, birthYear, relation: relationWords[relation], phone, residence };
  const member = newMember(told, { memberId, householdId, villageId });
  const left = kind === 'adult' ? { minors: Math.max(0, minors - 1) } : {};
  return { household: { ...withLine(household, member), ...left }, member };
}
