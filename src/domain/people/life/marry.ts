import { refuse } from '../../kernel/refusal';
import { withKinChange } from '../../town/register/kinship';
import type { StoredHousehold } from '../../town/register/types';
import { mustStand } from '../ended-household';
import { mustBeNewByName, withLine } from '../new-line';
import type { Household, Member } from '../types';
import { withoutLeaver } from './leave';
import { livingIn } from './members';
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
 * What one person alone entered of them stays so: the two who let them move have not looked at it.
 * @throws Refusal of whoever leaves, `same-household`, `other-village`, `name-stands-already`,
 *   `kin-in-both`
 */
export function marriedInto({ from, to }: Both, { memberId, headId, relation }: Marriage): Married {
  mustBeAnotherHousehold(from.household, to.household);
  mustStand(to.household);
  const { leaver, household, head } = withoutLeaver(from, { memberId, headId });
  mustBeNewByName(leaver.name, livingIn(to));
  mustBeFitForKin(household, to.household);
  const { householdId } = to.household;
  const arrived = { householdId, relation: relationWords[relation], personId: null };
  return {
    from: withKin(household, to.household),
    to: withKin(withLine(to.household, leaver), household),
    moved: { ...leaver, ...arrived },
    head,
  };
}
