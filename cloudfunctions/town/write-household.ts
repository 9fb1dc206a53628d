import { assert } from '../../src/domain/kernel/refusal';
import { numberKey } from '../../src/domain/people/household-number';
import type { Household, HouseholdNumber, Member } from '../../src/domain/people/types';
import { type KinIds, otherSide, withKinChange } from '../../src/domain/town/register/kinship';
import {
  householdLeftBy,
  mergeHousehold,
  mustBeOneFamily,
} from '../../src/domain/town/register/merge';
import type { NewNumber } from '../../src/domain/town/register/plan';
import type {
  NewIds,
  PlannedHousehold,
  StoredHousehold,
} from '../../src/domain/town/register/types';
import { endMembership } from '../people/end-membership';
import { openItsAccount } from '../people/open-household';
import { rewriteTasks } from '../points/rewrite-tasks';
import type { RunContext } from '../runtime/define-action';
import { loadPerson, savePerson } from '../runtime/persons';
import type { Reader, Store, Transaction } from '../runtime/store/store';

type Reach = { tx: Transaction; read: Reader };

/** A household with everybody of its lines, or null where there is none. */
export async function readStored(
  householdId: string,
  tx: Pick<Transaction, 'get'>,
): Promise<StoredHousehold | null> {
  const household = await tx.get<Household>('households', householdId);
  if (!household) return null;
  const { memberIds } = household;
  const members = await Promise.all(memberIds.map((id) => tx.get<Member>('members', id)));
  return { household, members: members.filter((member) => member !== null) };
}

/** Whose a number is; the register's numbers were taken before any household is written. */
async function idOf(villageId: string, number: number, tx: Transaction): Promise<string> {
  const key = numberKey(villageId, number);
  const taken = await tx.get<HouseholdNumber>('household-numbers', key);
  assert(taken, 'a number of the register belongs to a household');
  return taken.householdId;
}

/**
 * Kinship stands on both sides or on none, whoever imports what at the same time: whatever changes
 * it writes both households, so that two who touch the same kinship collide.
 */
async function writeOtherSides(
  householdId: string,
  kin: KinIds,
  tx: Transaction,
): Promise<Household[]> {
  const written: Household[] = [];
  for (const id of [...kin.added, ...kin.gone]) {
    // Not there yet: it is in the same file, and brings its own side when it is written.
    const other = await tx.get<Household>('households', id);
    const changed = other && otherSide(other, householdId, kin);
    if (!changed) continue;
    tx.set('households', id, changed);
    written.push(changed);
  }
  return written;
}

/** As many as a transaction can well write. */
export const numbersAtOnce = 20;

/** The family that had the number gets one that nobody has; its account and people stay its own. */
async function giveAnotherNumber(
  { villageId, replaces }: NewNumber,
  tx: Transaction,
): Promise<boolean> {
  if (!replaces) return false;
  const household = await tx.get<Household>('households', replaces.householdId);
  if (!household) return false;
  let { number } = replaces;
  while (await tx.get('household-numbers', numberKey(villageId, number))) number += 1;
  const { householdId } = household;
  tx.create('household-numbers', numberKey(villageId, number), { householdId, villageId, number });
  tx.set('households', householdId, { ...household, number });
  return true;
}

/**
 * Each number that nobody has yet belongs to a household to come, so that two relatives of one file
 * can name each other whichever is written first.
 */
export async function takeNumbers(
  store: Store,
  wanted: readonly (NewNumber & HouseholdNumber)[],
): Promise<void> {
  await store.transact(async (tx) => {
    for (const { replaces, ...each } of wanted) {
      const key = numberKey(each.villageId, each.number);
      const taken = await tx.get<HouseholdNumber>('household-numbers', key);
      if (!taken) tx.create('household-numbers', key, each);
      else if (taken.householdId === replaces?.householdId) {
        if (await giveAnotherNumber({ ...each, replaces }, tx)) {
          tx.set('household-numbers', key, each);
        }
      }
    }
  });
}

/** Whoever joined as somebody is called as the register now writes it. */
async function renameJoined({ personId, name }: Member, tx: Transaction): Promise<void> {
  const person = await loadPerson(tx, personId);
  if (person) savePerson(tx, { ...person, name });
}

/** Those who come from another household, out of it. */
async function takeOver(
  { fates, villageId }: PlannedHousehold,
  householdId: string,
  reach: Reach,
): Promise<Member[]> {
  const coming: Member[] = [];
  for (const { memberId } of fates.comingFrom) {
    const member = await reach.tx.get<Member>('members', memberId);
    // Already here: an import that goes on.
    if (!member || member.householdId === householdId) continue;
    const from = await readStored(member.householdId, reach.tx);
    if (from) {
      const others = from.members.filter((each) => each.memberId !== memberId);
      const { householdId: fromId } = from.household;
      reach.tx.set('households', fromId, householdLeftBy(from.household, member, others));
    }
    await endMembership(member, reach);
    coming.push({ ...member, villageId });
  }
  return coming;
}

/**
 * One household, its members, its relatives' side of their kinship and, where it is new, its
 * account: all or nothing.
 * @param isNew as it was planned: its number was nobody's, or a wholly different family's
 * @throws Refusal `register-changed`
 */
export async function writeHousehold(
  { store, nowMs }: Pick<RunContext<unknown>, 'store' | 'nowMs'>,
  household: PlannedHousehold,
  newIds: Omit<NewIds, 'householdId'>,
  isNew = false,
): Promise<void> {
  const { villageId, number } = household;
  await store.transact(async (tx) => {
    const idsOf = (numbers: number[]) =>
      Promise.all(numbers.map((each) => idOf(villageId, each, tx)));
    const householdId = await idOf(villageId, number, tx);
    const stored = await readStored(householdId, tx);
    if (isNew) mustBeOneFamily(household, stored);
    const kin = {
      added: await idsOf(household.kin.added),
      gone: await idsOf(household.kin.gone),
    };
    const relativeIds = withKinChange(stored?.household.relativeIds ?? [], kin);
    const reach = { tx, read: store };
    const coming = await takeOver(household, householdId, reach);
    const ids = { householdId, ...newIds };
    const merged = mergeHousehold(household, stored, relativeIds, ids, coming);
    if (!merged.changed) return;
    for (const member of merged.left) {
      await endMembership(member, reach);
      tx.remove('members', member.memberId);
    }
    const others = await writeOtherSides(householdId, kin, tx);
    tx.set('households', householdId, merged.household);
    for (const member of merged.members) tx.set('members', member.memberId, member);
    for (const member of merged.renamed) await renameJoined(member, tx);
    // New to one another as relatives, they are not asked about each other any more.
    const kinChanged = kin.added.length + kin.gone.length > 0 && !merged.isNew;
    const changed = [...(kinChanged ? [merged.household] : []), ...others];
    for (const each of changed) await rewriteTasks(each, reach, nowMs);
    if (merged.isNew) openItsAccount(merged.household, tx, nowMs);
  });
}
