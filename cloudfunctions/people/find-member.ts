import { numberKey } from '../../src/domain/people/household-number';
import { isSameName } from '../../src/domain/people/names';
import type { Household, HouseholdNumber, Member } from '../../src/domain/people/types';
import type { Reader, Transaction } from '../runtime/store/store';

/** More people than live in any household. */
const mostMembers = 100;

export type Found = { household: Household; member: Member };

/** The member of that name in that household, or null: which of the two is wrong is not told. */
export async function findMember(
  wanted: { villageId: string; householdNumber: number; name: string },
  { tx, read }: { tx: Transaction; read: Reader },
): Promise<Found | null> {
  const key = numberKey(wanted.villageId, wanted.householdNumber);
  const taken = await tx.get<HouseholdNumber>('household-numbers', key);
  if (!taken) return null;
  const { householdId } = taken;
  const members = await read.query<Member>('members', {
    where: { householdId },
    order: { field: 'memberId', direction: 'asc' },
    limit: mostMembers,
  });
  const named = members.find((member) => isSameName(member.name, wanted.name));
  if (!named) return null;
  const [household, member] = await Promise.all([
    tx.get<Household>('households', householdId),
    tx.get<Member>('members', named.memberId),
  ]);
  return household && member ? { household, member } : null;
}
