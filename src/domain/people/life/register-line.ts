import { mergeHousehold } from '../../town/register/merge';
import type { RegisterLine, StoredHousehold } from '../../town/register/types';
import { confirmed } from '../confirm-members';
import type { Agreed, Member } from '../types';

type Told = Pick<RegisterLine, 'name' | 'relation' | 'birthYear' | 'phone' | 'residence'>;

/** A household with one line more, as if a register had named it. */
export type Entered = { at: StoredHousehold; member: Member };

/**
 * Enters a line as the import of a register does.
 * @param coming somebody of another household who comes here; else somebody new under this id
 * @param by the first of the two
 */
function withLine(
  at: StoredHousehold,
  told: Told,
  who: { coming: Member } | { memberId: string },
  by: Agreed,
): Entered {
  const { household } = at;
  const { villageId, number, headName, minors = 0, relativeIds } = household;
  const coming = 'coming' in who ? [who.coming] : [];
  const memberId = 'coming' in who ? who.coming.memberId : who.memberId;
  const line: RegisterLine = {
    ...{ row: 1, villageName: '', householdNumber: number, headName, ...told },
    ...{ job: undefined, relativeNumbers: undefined },
  };
  const sorted = {
    ...{ key: '', villageId, villageName: '', number, relativeNumbers: [], lines: [line], minors },
    fates: { knownAs: new Map([[1, memberId]]), comingFrom: [], gone: [] },
  };
  const { householdId, cardId } = household;
  const ids = { householdId, cardId, memberIds: [memberId], by };
  const merged = mergeHousehold(sorted, at, relativeIds, ids, coming);
  const member = merged.members.find((each) => each.memberId === memberId);
  return { at: merged, member: member as Member };
}

/** Somebody new whom two people have seen, with their number: both are confirmed. */
export function withNewLine(
  at: StoredHousehold,
  told: Told,
  memberId: string,
  by: Agreed,
): Entered {
  const entered = withLine(at, told, { memberId }, by);
  return { ...entered, member: confirmed(entered.member) };
}

/**
 * Somebody from another household. The two who let them move have not looked at their number: what
 * one person alone entered of them stays so.
 */
export function withMovedLine(
  at: StoredHousehold,
  coming: Member,
  relation: string,
  by: Agreed,
): Entered {
  const { name, birthYear } = coming;
  const told = { name, relation, birthYear, phone: undefined, residence: undefined };
  const entered = withLine(at, told, { coming }, by);
  const { unconfirmed, entered: first, byTwoOnly } = coming;
  const { byTwoOnly: _now, ...member } = confirmed(entered.member);
  const asBefore = {
    ...(unconfirmed && { unconfirmed }),
    ...(first && { entered: first }),
    ...(byTwoOnly && { byTwoOnly }),
  };
  return { ...entered, member: { ...member, ...asBefore } };
}
