import { refuse } from '../../kernel/refusal';
import { ageGroup } from '../../town/register/birth';
import type { StoredHousehold } from '../../town/register/types';
import { isSameName } from '../names';
import type { Agreed, Member } from '../types';
import { livingIn } from './members';
import { type Entered, withNewLine } from './register-line';
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

/** @throws Refusal `name-taken`, `stands-elsewhere` */
function mustBeNobodyKnown(at: StoredHousehold, { name }: Line, ofPhone: readonly Member[]): void {
  if (livingIn(at).some((member) => isSameName(member.name, name))) {
    refuse('name-taken', `这一户册上已经有“${name}”了。真是同名的两个人,请加一个字区别开。`);
  }
  const { villageId } = at.household;
  const isThem = (member: Member) =>
    member.villageId === villageId && isSameName(member.name, name);
  if (ofPhone.some(isThem)) {
    refuse(
      'stands-elsewhere',
      `“${name}”已经在本村另一户的册上,手机号也一样。是搬过来的,请办“搬到另一户”。`,
    );
  }
}

/**
 * Somebody who turned 18 or came to live here; who turned 18 is no child any more.
 * @param ofPhone whoever has the number by now
 * @param by the first of the two
 */
export function withSomebodyNew(
  at: StoredHousehold,
  { kind, line }: NewLine,
  ofPhone: readonly Member[],
  { memberId, by, today }: { memberId: string; by: Agreed; today: string },
): Entered {
  mustBeAdult(line, today);
  mustBeNobodyKnown(at, line, ofPhone);
  const { name, birthYear, relation, phone = null, residence } = line;
  const told = { name, birthYear, relation: relationWords[relation], phone, residence };
  const { household, members } = at;
  const { minors = 0 } = household;
  const grown = { ...household, minors: Math.max(0, minors - 1) };
  const from = kind === 'adult' ? grown : household;
  return withNewLine({ household: from, members }, told, memberId, by);
}
