import { refuse } from '../../kernel/refusal';
import type { StoredHousehold } from '../../town/register/types';
import { isSameName } from '../names';
import { officesOf } from '../offices/appoint';
import { holdsAnOffice } from '../roles';
import type { Household, Member } from '../types';
import { mustBeAnotherHousehold } from './marry';
import { livingIn } from './members';
import { relationWords } from './relations';

type Both = { from: StoredHousehold; to: StoredHousehold };

/** The household that has ended, the one that stays, and who moved. */
export type Merged = { from: Household; to: Household; moved: Member[] };

/** An office stays with its household: then the other way round is the way. */
function mustBringNoOffice(living: readonly Member[], to: Household): void {
  const holder = living.find(holdsAnOffice);
  if (!holder) return;
  refuse(
    'holds-office',
    `${holder.name}还有职务。请反过来办:把 ${to.number}号户并进这一户。两户都有职务的,先登记离任。`,
  );
}

function mustHaveNamesApart(from: readonly Member[], to: readonly Member[]): void {
  const twice = from.find(({ name }) => to.some((other) => isSameName(other.name, name)));
  if (!twice) return;
  refuse(
    'name-stands-already',
    `两户里都有“${twice.name}”。真是同名的两个人,请先给其中一位加一个字区别开。`,
  );
}

/**
 * 村组法: whoever supervises the committee is no near relative of it, also not by a merger.
 * @param relatives near relatives of either household, as they stand
 */
function mustBeFitForKin({ from, to }: Both, relatives: readonly Household[]): void {
  const all = [from.household, to.household, ...relatives];
  const one = to.household.ofCommittee && all.some(({ ofSupervision }) => ofSupervision === true);
  const other = to.household.ofSupervision && all.some(({ ofCommittee }) => ofCommittee);
  if (!one && !other) return;
  refuse(
    'kin-in-both',
    '并了户就成了近亲,而一家有村委会的人,一家有监委会的人,法律不允许。请先登记其中一位离任。',
  );
}

function withoutFormerPeople(household: Household, gone: readonly Member[]): Household {
  const { headBirthYear: _year, namesAnsweredAtMs: _answered, ...rest } = household;
  const memberIds = household.memberIds.filter(
    (id) => !gone.some(({ memberId }) => memberId === id),
  );
  return { ...rest, memberIds, headName: '', minors: 0, namesShown: false };
}

/**
 * 并户: everybody of the one lives in the other from then on and stays joined. The one that has ended
 * keeps its number, its relatives and its history; its people are no longer named there.
 * @param relatives near relatives of either, without these two
 * @param day of +08:00
 * @throws Refusal `same-household`, `other-village`, `holds-office`, `name-stands-already`,
 *   `kin-in-both`
 */
export function mergedInto(both: Both, relatives: readonly Household[], day: string): Merged {
  const { from, to } = both;
  mustBeAnotherHousehold(from.household, to.household);
  const coming = livingIn(from);
  const there = livingIn(to);
  mustBringNoOffice(coming, to.household);
  mustHaveNamesApart(coming, there);
  mustBeFitForKin(both, relatives);
  const { householdId, villageId, number, minors = 0 } = to.household;
  const moved = coming.map((member): Member => {
    return { ...member, householdId, relation: relationWords.other };
  });
  const kin = (ids: readonly string[], own: string, other: string) =>
    [...new Set([...ids, other])].filter((id) => id !== own).sort();
  const { relativeIds, householdId: endedId } = from.household;
  return {
    from: {
      ...withoutFormerPeople(from.household, moved),
      ...officesOf(villageId, []),
      relativeIds: kin(relativeIds, endedId, householdId),
      ended: { day, into: number },
    },
    to: {
      ...to.household,
      memberIds: [...to.household.memberIds, ...moved.map(({ memberId }) => memberId)],
      minors: minors + (from.household.minors ?? 0),
      relativeIds: kin([...to.household.relativeIds, ...relativeIds], householdId, endedId),
    },
    moved,
  };
}
