import { refuse } from '../kernel/refusal';
import { isSameName } from './names';
import type { Household, Member, Residence } from './types';

/** What is known of somebody who is new to the register. */
export type NewLine = {
  name: string;
  /** 与户主关系, as the register writes it. */
  relation: string;
  birthYear: number;
  /** Eleven digits; null where nobody knows one. */
  phone: string | null;
  residence: Residence;
};

/**
 * A household knows its people by name: two of one name would be one line.
 * @param members all that the household has
 * @throws Refusal `name-stands-already`
 */
export function mustBeNewByName(name: string, members: readonly Pick<Member, 'name'>[]): void {
  if (!members.some((member) => isSameName(member.name, name))) return;
  refuse(
    'name-stands-already',
    '这一户的户册里已经有叫这个名字的人。是同一个人的,请本人填户号和姓名加入,不用再登记。',
  );
}

/**
 * A line of the register that two people stand behind: nothing of it waits to be confirmed.
 * @param ids `memberId` of the new line, and whose household it is to be
 */
export function newMember(
  line: NewLine,
  ids: Pick<Member, 'memberId' | 'householdId' | 'villageId'>,
): Member {
  return { ...ids, ...line, roles: [], personId: null, registerJob: 'resident' };
}

/** The household with one more line. */
export function withLine(household: Household, { memberId }: Pick<Member, 'memberId'>): Household {
  return { ...household, memberIds: [...household.memberIds, memberId] };
}

/** A household that begins with its head alone; nobody has said yet whether its name is shown. */
export function newHousehold(
  head: Pick<Member, 'memberId' | 'householdId' | 'villageId' | 'name' | 'birthYear'>,
  { number, cardId }: Pick<Household, 'number' | 'cardId'>,
): Household {
  const { householdId, villageId, memberId, name, birthYear } = head;
  return {
    ...{ householdId, villageId, number, cardId, headName: name, headBirthYear: birthYear },
    ...{ memberIds: [memberId], minors: 0, relativeIds: [], ofCommittee: false },
    ...{ ofSupervision: false, namesShown: false },
  };
}
