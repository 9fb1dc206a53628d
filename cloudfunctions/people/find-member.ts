import { numberKey } from '../../src/domain/people/household-number';
import { isSameName } from '../../src/domain/people/names';
import type { Household, HouseholdNumber, Member } from '../../src/domain/people/types';
import type { Reader, Transaction } from '../runtime/store/store';

/** More people than live in any household. */
const mostMembers = 100;

export type Found = { household: Household; member: Member };

type Place = { villageId: string; householdNumber: number };
type From = { tx: Transaction; read: Reader };

/** Whom of that household is meant, or null: which of the two is wrong is not told. */
export async function findInHousehold(
  { villageId, householdNumber }: Place,
  meant: (members: readonly Member[]) => Member | undefined,
  { tx, read }: From,
): Promise<Found | null> {
  const key = numberKey(villageId, householdNumber);
  const taken = await tx.get<HouseholdNumber>('household-numbers', key);
  if (!taken) return null;
  const { householdId } = taken;
  const members = await read.query<Member>('members', {
    where: { householdId },
    order: { field: 'memberId', direction: 'asc' },
    limit: mostMembers,
  });
  const wanted = meant(members);
  if (!wanted) return null;
  const [household, member] = await Promise.all([
    tx.get<Household>('households', householdId),
    tx.get<Member>('members', wanted.memberId),
  ]);
  // Moved to another household meanwhile, they are found there.
  if (!household || member?.householdId !== householdId) return null;
  return { household, member };
}

/** The member of that name in that household, or null. */
export function findMember(
  { name, ...place }: Place & { name: string },
  from: From,
): Promise<Found | null> {
  const isNamed = (member: Member) => isSameName(member.name, name);
  return findInHousehold(place, (members) => members.find(isNamed), from);
}
