import { openAccount } from '../../src/domain/ledger/ledger';
import { holdsRole } from '../../src/domain/people/roles';
import type { Household, Member, Person } from '../../src/domain/people/types';
import { otherSide, withKinChange } from '../../src/domain/town/register/kinship';
import { mergeHousehold } from '../../src/domain/town/register/merge';
import type { PlannedHousehold, StoredHousehold } from '../../src/domain/town/register/types';
import { getKnown } from '../runtime/store/get-known';
import type { Store, Transaction } from '../runtime/store/store';

/** Members are numbered from 1 and never deleted, so their ids are known. */
async function readStored(householdId: string, tx: Transaction): Promise<StoredHousehold | null> {
  const household = await tx.get<Household>('households', householdId);
  if (!household) return null;
  const ids = Array.from(
    { length: household.memberCount },
    (_, index) => `${householdId}.${index + 1}`,
  );
  const members = await Promise.all(ids.map((id) => tx.get<Member>('members', id)));
  return { household, members: members.filter((member) => member !== null) };
}

const registerRoles = ['cadre', 'supervisor', 'panel'] as const;

/** Whoever has joined as a member holds the member's roles of this village, no more and no less. */
async function reappoint(member: Member, tx: Transaction): Promise<void> {
  const person = await getKnown<Person>(tx, 'persons', member.personId);
  if (!person) return;
  const { villageId } = member;
  const others = person.roles.filter(
    (held) =>
      !registerRoles.some((role) => role === held.role) ||
      held.place !== villageId ||
      holdsRole(member.roles, held.role, villageId),
  );
  const missing = member.roles.filter((held) => !holdsRole(others, held.role, held.place));
  tx.set('persons', person.personId, { ...person, roles: [...others, ...missing] });
}

/**
 * Kinship stands on both sides or on none, whoever imports what at the same time: whatever changes
 * it writes both households, so that two who touch the same kinship collide.
 */
async function writeOtherSides(household: PlannedHousehold, tx: Transaction): Promise<void> {
  const { villageId, kin } = household;
  for (const number of [...kin.added, ...kin.gone]) {
    const id = `${villageId}-${number}`;
    // Not there yet: it is in the same file, and brings its own side when it is written.
    const other = await tx.get<Household>('households', id);
    const changed = other && otherSide(other, household);
    if (changed) tx.set('households', id, changed);
  }
}

/**
 * One household, its members, its relatives' side of their kinship and, where it is new, its
 * account: all or nothing.
 */
export async function writeHousehold(
  store: Store,
  household: PlannedHousehold,
  nowMs: number,
): Promise<void> {
  await store.transact(async (tx) => {
    const stored = await readStored(household.householdId, tx);
    const named = stored?.household.relativeNumbers ?? [];
    const relativeNumbers = withKinChange(named, household.kin);
    const merged = mergeHousehold({ ...household, relativeNumbers }, stored);
    if (!merged.changed) return;
    await writeOtherSides(household, tx);
    tx.set('households', household.householdId, merged.household);
    for (const member of merged.members) tx.set('members', member.memberId, member);
    for (const member of merged.reappointed) await reappoint(member, tx);
    if (!merged.isNew) return;
    const { account, entries } = openAccount(household.householdId, household.villageId, nowMs);
    tx.create('accounts', account.householdId, account);
    for (const entry of entries) {
      tx.create('entries', `${entry.householdId}.${entry.sequence}`, entry);
    }
  });
}
