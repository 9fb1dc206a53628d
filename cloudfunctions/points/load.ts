import { assert, refuse } from '../../src/domain/kernel/refusal';
import { refuseVillage } from '../../src/domain/people/join';
import { areNearRelatives, householdIdsInConflict } from '../../src/domain/people/kin';
import { holdsRole } from '../../src/domain/people/roles';
import { placeOfDecider } from '../../src/domain/people/two-people';
import type { Decider, Household, Village } from '../../src/domain/people/types';
import type { Mover } from '../../src/domain/records/record-needs';
import type { DeedRecord } from '../../src/domain/records/types';
import type { Scheme } from '../../src/domain/scheme/types';
import { type Caller, rolesOf } from '../runtime/caller';
import type { Place, QueryContext } from '../runtime/define-action';
import { schemeOf } from '../runtime/scheme-of';
import type { Reader, Stored } from '../runtime/store/store';

/** A reader or a transaction: whatever gets one document. */
export type Getter = Pick<Reader, 'get'>;

/** @throws Refusal `village-not-found` */
export async function loadVillage(from: Getter, villageId: string): Promise<Stored<Village>> {
  const village = await from.get<Village>('villages', villageId);
  return village ?? refuseVillage();
}

/** The scheme in force where somebody already stands in the register of the village. */
export async function schemeInForce(
  from: Getter,
  read: Getter,
  villageId: string,
): Promise<Scheme> {
  const village = await from.get<Village>('villages', villageId);
  assert(village, 'a household lies in a village that is there');
  return schemeOf(read, village);
}

/** @throws Refusal `record-not-found` */
export async function loadRecord(from: Getter, recordId: string): Promise<Stored<DeedRecord>> {
  const record = await from.get<DeedRecord>('records', recordId);
  if (!record) refuse('record-not-found', '没有找到这条记录。请刷新后再看。');
  return record;
}

/** @throws Refusal `household-not-found` */
export async function loadHousehold(from: Getter, householdId: string): Promise<Stored<Household>> {
  const household = await from.get<Household>('households', householdId);
  if (!household) refuse('household-not-found', '户册里没有这一户。请核对户号。');
  return household;
}

/** The household of somebody who joined, or of a record: it stands in the register. */
export async function knownHousehold(
  from: Getter,
  householdId: string,
): Promise<Stored<Household>> {
  const household = await from.get<Household>('households', householdId);
  assert(household, 'a household that was joined or recorded stands in the register');
  return household;
}

export type HouseholdPlace = { householdId: string; villageId: string };

/** Where a record belongs, for the check of who may act on it. */
export async function placeOfRecord(context: QueryContext<{ recordId: string }>): Promise<Place> {
  const { villageId, householdId } = await loadRecord(context.read, context.input.recordId);
  return { villageId, householdId };
}

/** Of one's own household it is known without asking. */
export async function placeOfHousehold(
  context: Pick<QueryContext<{ householdId: string }>, 'input' | 'caller' | 'read'>,
): Promise<HouseholdPlace> {
  const { householdId } = context.input;
  const { person } = context.caller;
  if (person?.householdId === householdId && person.villageId) {
    return { householdId, villageId: person.villageId };
  }
  const { villageId } = await loadHousehold(context.read, householdId);
  return { householdId, villageId };
}

const deciders: readonly Decider[] = ['cadre', 'supervisor', 'town-admin'];

function officesAt(caller: Caller, villageId: string): Decider[] {
  const roles = rolesOf(caller);
  return deciders.filter((as) => holdsRole(roles, as, placeOfDecider(as, villageId)));
}

/** Who the caller is, seen from a household. */
export async function moverFor(from: Getter, caller: Caller, household: Household): Promise<Mover> {
  const ownId = caller.person?.householdId ?? null;
  const personId = caller.personId ?? '';
  const offices = officesAt(caller, household.villageId);
  if (ownId === household.householdId) {
    const ownIds = householdIdsInConflict(household);
    return { personId, ofTheHousehold: true, nearRelative: false, ownIds, offices };
  }
  const own = ownId ? await from.get<Household>('households', ownId) : null;
  const nearRelative = own !== null && areNearRelatives(household, own);
  const ownIds = own ? householdIdsInConflict(own) : [];
  return { personId, ofTheHousehold: false, nearRelative, ownIds, offices };
}

/** Of who acts for a household: their own and its near relatives'. Of nobody: none. */
export async function helpersHouseholds(from: Getter, proxy: Caller['proxy']): Promise<string[]> {
  const { helpersHouseholdId = null } = proxy ?? {};
  if (helpersHouseholdId === null) return [];
  return householdIdsInConflict(await knownHousehold(from, helpersHouseholdId));
}
