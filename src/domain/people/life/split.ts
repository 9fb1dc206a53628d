import { refuse } from '../../kernel/refusal';
import type { Heads } from '../../ledger/division';
import { householdLeftBy } from '../../town/register/merge';
import type { StoredHousehold } from '../../town/register/types';
import type { Household, HouseholdNumber, Member } from '../types';
import { isHeadOf, livingIn, memberThere, mustHoldNoOffice, nextHeadOf, withHead } from './members';
import { ofHead, relationWords } from './relations';
import type { LifeChange } from './types';

export type Split = Extract<LifeChange, { kind: 'split' }>;

/** What both households are then, with the members that changed, and how many heads they have. */
export type SplitOff = { old: StoredHousehold; made: StoredHousehold; heads: Heads };

/** @throws Refusal `number-taken`; also a number whose household has ended stays its own */
export function mustBeFree(number: number, taken: HouseholdNumber | null): void {
  if (!taken) return;
  refuse('number-taken', `${number} 号已经是别的户了。一个号只给一户,请给新户另填一个号。`);
}

/** @throws Refusal `member-not-there`, `last-of-household`, `holds-office` */
function whoLeaves(at: StoredHousehold, { memberIds }: Split): { go: Member[]; stay: Member[] } {
  const go = [...new Set(memberIds)].map((id) => memberThere(at, id));
  const stay = livingIn(at).filter(({ memberId }) => !memberIds.includes(memberId));
  if (stay.length === 0) {
    refuse('last-of-household', '原来的户里至少要留一个人。整户换号,请办“换户号”。');
  }
  for (const member of go) mustHoldNoOffice(member, member.roles);
  return { go, stay };
}

/** @throws Refusal `children-changed` */
function childrenOf({ minors = 0 }: Household, along: number): { here: number; there: number } {
  if (along <= minors) return { here: minors - along, there: along };
  return refuse(
    'children-changed',
    `这一户现在登记的是 ${minors} 个孩子,不能分出去 ${along} 个。请核对孩子的个数。`,
  );
}

/** @throws Refusal `head-needed`, `member-not-there` */
function oldHead(at: StoredHousehold, change: Split, go: readonly Member[]): Member | null {
  const leaver = go.find((member) => isHeadOf(at.household, member));
  if (!leaver) return null;
  const next = nextHeadOf(at, leaver, change.headId);
  if (!next || !go.includes(next)) return next;
  return refuse('head-needed', '原来的户也要有户主。请在留下的人里选一位。');
}

/**
 * 分户: some of a household begin one of their own, under a number nobody has. Those who joined stay
 * joined; both households are near relatives from then on, and the new one is one of the old one's.
 * @throws Refusal `member-not-there`, `last-of-household`, `holds-office`, `head-needed`,
 *   `children-changed`
 */
export function splitOff(
  at: StoredHousehold,
  change: Split,
  ids: { householdId: string; cardId: string },
): SplitOff {
  const { go, stay } = whoLeaves(at, change);
  const { here, there } = childrenOf(at.household, change.minors);
  const newHead = go.find(({ memberId }) => memberId === change.newHeadId);
  if (!newHead) refuse('head-needed', '请在分出去的人里选一位当新户的户主。');
  const next = oldHead(at, change, go);
  const left = go.reduce(
    (household, member) => householdLeftBy(household, member, stay),
    at.household,
  );
  const headed = next ? withHead(left, next) : { household: left, head: null };
  const { householdId, villageId, relativeIds } = at.household;
  const kin = (ids: readonly string[], id: string) => [...new Set([...ids, id])].sort();
  const made: Household = {
    ...{ ...ids, villageId, number: change.number, headName: newHead.name },
    ...{ headBirthYear: newHead.birthYear, memberIds: go.map(({ memberId }) => memberId) },
    ...{ minors: there, relativeIds: kin(relativeIds, householdId) },
    ...{ ofCommittee: false, namesShown: false },
  };
  const members = go.map((member): Member => {
    const relation = member === newHead ? ofHead : relationWords.other;
    return { ...member, householdId: ids.householdId, relation };
  });
  const household = {
    ...headed.household,
    minors: here,
    relativeIds: kin(relativeIds, ids.householdId),
  };
  return {
    old: { household, members: headed.head ? [headed.head] : [] },
    made: { household: made, members },
    heads: { leaving: go.length + there, all: go.length + stay.length + here + there },
  };
}
