import { isSameName } from '../../src/domain/people/join';
import type { Household, Member } from '../../src/domain/people/types';
import type { Reader, Transaction } from '../runtime/store/store';

/** More people than live in any household. */
const mostMembers = 100;

export type Found = { household: Household; member: Member };

/** The member of that name in that household, or null: which of the two is wrong is not told. */
export async function findMember(
  wanted: { householdId: string; name: string },
  { tx, read }: { tx: Transaction; read: Reader },
): Promise<Found | null> {
  const members = await read.query<Member>('members', {
    where: { householdId: wanted.householdId },
    order: { field: 'memberId', direction: 'asc' },
    limit: mostMembers,
  });
  const named = members.find((member) => isSameName(member.name, wanted.name));
  if (!named) return null;
  const [household, member] = await Promise.all([
    tx.get<Household>('households', wanted.householdId),
    tx.get<Member>('members', named.memberId),
  ]);
  return household && member ? { household, member } : null;
}
