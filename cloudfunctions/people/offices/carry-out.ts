import { mostOfficesAtAPlace } from '../../../src/contracts/limits';
import { assert } from '../../../src/domain/kernel/refusal';
import { confirmed } from '../../../src/domain/people/confirm-members';
import { isNobodyElse } from '../../../src/domain/people/nobody-yet';
import * as appointing from '../../../src/domain/people/offices/appoint';
import type { GivenOffice, HeldOffice, OfficeAct } from '../../../src/domain/people/offices/types';
import { holdsRole } from '../../../src/domain/people/roles';
import type { Household, Member } from '../../../src/domain/people/types';
import type { CommandContext } from '../../runtime/define-action';
import { loadPerson, savePerson } from '../../runtime/persons';
import { getKnown } from '../../runtime/store/get-known';
import type { Reader } from '../../runtime/store/store';
import { askTheTown } from '../ask-the-town';
import { removePerson, townIsLeftInHands } from '../erase';
import { withoutEntry } from '../save-entry-check';
import { readKin, readPlace } from './load-place';

type Context = Pick<CommandContext<unknown>, 'tx' | 'read' | 'nowMs' | 'templates'>;
type Asked = Pick<OfficeAct, 'place' | 'day'> & { role: GivenOffice };
type Found = { household: Household; member: Member };

/** The office of that name that a member holds. */
async function heldBy(
  { memberId }: Member,
  { role, place }: Asked,
  read: Reader,
): Promise<HeldOffice | null> {
  const order = { field: 'officeId', direction: 'asc' } as const;
  const where = { memberId };
  const all = await read.query<HeldOffice>('offices', { where, order, limit: mostOfficesAtAPlace });
  return all.find((each) => each.role === role && each.place === place) ?? null;
}

/**
 * Whether somebody of the register may be given an office, asked when it is entered and when it is
 * confirmed.
 */
export async function mustBeGivable(found: Found, asked: Asked, { tx, read }: Context) {
  const { member, household } = found;
  const { role } = asked;
  const place = await readPlace(asked, tx);
  if (!place) appointing.refuseUnknownPlace();
  appointing.mustFitItsPlace(role, place, member);
  const person = await loadPerson(tx, member.personId);
  const roles = [...member.roles, ...(person?.roles ?? [])];
  const held = holdsRole(roles, role, place.id) ? await heldBy(member, asked, read) : null;
  appointing.mustNotHoldYet(asked, roles, held);
  const kin = await readKin(household, tx);
  appointing.mustStandApartFromTheCommittee(role, place, member, kin);
  const heldRole = { role, place: place.id, placeName: place.name };
  for (const each of [member, person]) appointing.mustHaveRoom(heldRole, each?.roles ?? []);
  const limit = mostOfficesAtAPlace;
  const there = await read.query('offices', { where: { place: place.id }, limit });
  if (!held) appointing.mustBeRoomAt(there.length);
  return { heldRole, held, kin, person };
}

/** Whom an act is about, as they stand in the register now. */
async function subjectOf({ memberId, householdId }: OfficeAct, { tx }: Context): Promise<Found> {
  const member = await getKnown<Member>(tx, 'members', memberId);
  const household = await getKnown<Household>(tx, 'households', householdId);
  // Whoever was erased has no name, and is nobody's; who moved meanwhile has other kin by now.
  const livesThere = member?.householdId === householdId;
  if (!member?.name || !household || !livesThere) appointing.refuseUnknownMember();
  return { member, household };
}

async function give(
  act: OfficeAct & { role: GivenOffice },
  byOne: boolean,
  context: Context,
): Promise<void> {
  const { tx, read } = context;
  const found = await subjectOf(act, context);
  const { heldRole, held, kin, person } = await mustBeGivable(found, act, context);
  const { member, ...given } = appointing.appoint(heldRole, { ...found, person });
  // The founder has nobody beside them who could confirm the number of the second.
  tx.set('members', member.memberId, byOne ? confirmed(member) : member);
  if (byOne) await withoutEntry(found.member, context);
  await askTheTown(member, context, read);
  // So that offices given to two relatives at once collide: each has only read what the other
  // changes.
  for (const relative of kin.relatives) tx.set('households', relative.householdId, relative);
  tx.set('households', given.household.householdId, given.household);
  if (given.person) savePerson(tx, given.person);
  if (held) tx.remove('offices', held.officeId);
  const office = appointing.officeBy(act, byOne);
  tx.create('offices', office.officeId, office);
}

/** The household is of the committee, or of its supervision, as long as one of it is. */
async function leaveOfHousehold(member: Member, { tx }: Context): Promise<void> {
  const household = await tx.get<Household>('households', member.householdId);
  if (!household) return;
  const ids = household.memberIds.filter((id) => id !== member.memberId);
  const others = await Promise.all(ids.map((id) => tx.get<Member>('members', id)));
  const members = [member, ...others.filter((other) => other !== null)];
  const offices = appointing.officesOf(household.villageId, members);
  tx.set('households', household.householdId, { ...household, ...offices });
}

async function end(act: OfficeAct, context: Context): Promise<void> {
  const { tx } = context;
  const held = await getKnown<HeldOffice>(tx, 'offices', act.officeId);
  const member = await getKnown<Member>(tx, 'members', act.memberId);
  const person = await loadPerson(tx, member ? member.personId : act.personId);
  const holder = member ?? person;
  if (!held || !holder || !holdsRole(holder.roles, held.role, held.place)) {
    appointing.refuseNotHeld();
  }
  if (held.role === 'town-admin') await townIsLeftInHands(person, context);
  tx.remove('offices', held.officeId);
  if (member) {
    const left = appointing.withoutOffice(member, held);
    tx.set('members', left.memberId, left);
    await leaveOfHousehold(left, context);
  }
  if (!person) return;
  const left = appointing.withoutOffice(person, held);
  if (isNobodyElse(left)) await removePerson(person, context);
  else savePerson(tx, left);
}

const isGiven = (act: OfficeAct): act is OfficeAct & { role: GivenOffice } =>
  act.invited === undefined;

/**
 * What an act brings about, in the transaction that puts it in force: member, person, household and
 * the list of offices. What waited for whoever leaves waits for the office, or is drawn anew.
 * @param byOne the founder gave it alone
 */
export async function carryOut(act: OfficeAct, context: Context, byOne = false): Promise<void> {
  if (act.change === 'end') return end(act, context);
  assert(isGiven(act), 'who is invited takes the office up themselves');
  await give(act, byOne, context);
}
