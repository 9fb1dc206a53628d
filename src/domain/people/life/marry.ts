import { refuse } from '../../kernel/refusal';
import { withKinChange } from '../../town/register/kinship';
import type { StoredHousehold } from '../../town/register/types';
import { isSameName } from '../names';
import type { Agreed, Household, Member } from '../types';
import { withoutLeaver } from './leave';
import { livingIn } from './members';
import { withMovedLine } from './register-line';
import { relationWords } from './relations';
import type { LifeChange } from './types';

type Marriage = Extract<LifeChange, { kind: 'marry' }>;
type Both = { from: StoredHousehold; to: StoredHousehold };

/** @throws Refusal `same-household`, `other-village` */
export function mustBeAnotherHousehold(from: Household, to: Household): void {
  if (from.householdId === to.householdId) {
    refuse('same-household', '这就是他现在的户。请填要搬去的那一户的户号。');
  }
  if (from.villageId !== to.villageId) {
    refuse('other-village', '这一户在别的嘎查村。请在这里办迁出,到那个村再办迁入。');
  }
}

/**
 * 村组法: whoever supervises the committee is no near relative of it.
 * @throws Refusal `kin-in-both`
 */
function mustBeFitForKin(from: Household, to: Household): void {
  const isTorn = (one: Household, other: Household) =>
    one.ofCommittee && other.ofSupervision === true;
  if (!isTorn(from, to) && !isTorn(to, from)) return;
  refuse(
    'kin-in-both',
    '两家成了近亲,而一家有村委会的人,一家有监委会的人,法律不允许。请先登记其中一位离任,再办这一步。',
  );
}

const withKin = (household: Household, { householdId }: Household): Household => {
  const relativeIds = withKinChange(household.relativeIds, { added: [householdId], gone: [] });
  return { ...household, relativeIds };
};

/** What both households are then, who moved, and the next head of the one that was left. */
export type Married = { from: Household; to: Household; moved: Member; head: Member | null };

/**
 * Somebody moves to another household of the village and stays who they are; it and the old one are
 * near relatives from then on. They join anew: the points there were not theirs.
 * @param by the first of the two
 * @throws Refusal of whoever leaves, `same-household`, `other-village`, `name-taken`, `kin-in-both`
 */
export function marriedInto(
  { from, to }: Both,
  { memberId, headId, relation }: Marriage,
  by: Agreed,
): Married {
  mustBeAnotherHousehold(from.household, to.household);
  const { leaver, household, head } = withoutLeaver(from, { memberId, headId });
  if (livingIn(to).some(({ name }) => isSameName(name, leaver.name))) {
    refuse('name-taken', `那一户册上已经有“${leaver.name}”了。请先核对是不是同一个人。`);
  }
  mustBeFitForKin(household, to.household);
  const entered = withMovedLine(to, leaver, relationWords[relation], by);
  return {
    from: withKin(household, to.household),
    to: withKin(entered.at.household, household),
    moved: entered.member,
    head,
  };
}
