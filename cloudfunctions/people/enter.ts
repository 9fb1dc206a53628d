import { mustStand } from '../../src/domain/people/ended-household';
import { lineOf } from '../../src/domain/people/entry/entry-request';
import type { EntryRequest } from '../../src/domain/people/entry/types';
import { joinAsMember, mustNotJoinTwice } from '../../src/domain/people/join';
import { mustBeNewByName, newMember, withLine } from '../../src/domain/people/new-line';
import type { Agreed, Household, Member, Village } from '../../src/domain/people/types';
import type { CommandContext } from '../runtime/define-action';
import { loadPerson, savePerson } from '../runtime/persons';
import type { Transaction } from '../runtime/store/store';
import { linkUp } from './links/save-link';
import { freeNumber, openHousehold } from './open-household';

type Context = Pick<
  CommandContext<unknown>,
  'tx' | 'read' | 'nowMs' | 'newId' | 'commandId' | 'templates'
>;
type Where = { village: Village; household: Household | null; second: Agreed };

async function membersOf({ memberIds }: Household, tx: Transaction): Promise<Member[]> {
  const members = await Promise.all(memberIds.map((id) => tx.get<Member>('members', id)));
  return members.filter((member) => member !== null);
}

/** In a household that is there, or as the first of one that begins. */
async function lineFor(request: EntryRequest, { village, household }: Where, context: Context) {
  const { tx, nowMs, newId } = context;
  const { villageId } = village;
  const householdId = household?.householdId ?? newId();
  const member = newMember(lineOf(request), { memberId: newId(), householdId, villageId });
  if (household) return { member, household: withLine(household, member), newNumber: null };
  const number = await freeNumber(villageId, context);
  const opened = openHousehold(member, { number, cardId: newId() }, tx, nowMs);
  return { member, household: opened, newNumber: number };
}

/**
 * What the second of two brings about: a line of the register, and whoever asked has joined as it.
 * Of the first it only sees that it could be.
 * @returns null as long as it is not entered
 * @throws Refusal `already-joined`, `name-stands-already`, `household-ended`,
 *   `no-free-number`
 */
export async function enter(
  request: EntryRequest,
  where: Where,
  context: Context,
): Promise<{ newNumber: number | null } | null> {
  const { tx, nowMs } = context;
  const asker = await loadPerson(tx, request.personId);
  mustNotJoinTwice(asker);
  if (where.household) {
    mustStand(where.household);
    mustBeNewByName(request.name, await membersOf(where.household, tx));
  }
  if (!asker || request.state !== 'entered') return null;
  const two = [...(request.agreed ? [request.agreed] : []), where.second];
  const { newNumber, ...line } = await lineFor(request, where, context);
  const place = { village: where.village, ...line };
  const made = joinAsMember({ ...asker, person: asker }, place, request.namesShown, nowMs);
  const joined = await linkUp(context, made, { how: 'entered', two });
  savePerson(tx, joined.person);
  tx.set('members', joined.member.memberId, joined.member);
  tx.set('households', joined.household.householdId, joined.household);
  return { newNumber };
}
