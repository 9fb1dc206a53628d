import type { Person } from '../../../src/domain/people/types';
import { unlink } from '../../../src/domain/people/unlink';
import type { CommandContext } from '../../runtime/define-action';
import { savePerson } from '../../runtime/persons';
import { removePerson, townIsLeftInHands } from '../erase';
import type { Found } from '../find-member';

/**
 * The line is nobody's again, and whoever had joined as it is out at once.
 * @throws Refusal `last-administrator`
 */
export async function takeOut(
  found: Found & { person: Person },
  { tx, read, nowMs }: Pick<CommandContext<unknown>, 'tx' | 'read' | 'nowMs'>,
): Promise<void> {
  const { person } = found;
  const left = unlink(found);
  const reach = { tx, read, nowMs };
  const { roles = [] } = left.person ?? {};
  if (!roles.some(({ role }) => role === 'town-admin')) await townIsLeftInHands(person, reach);
  if (left.person) savePerson(tx, left.person);
  else await removePerson(person, reach);
  tx.set('members', left.member.memberId, left.member);
  tx.set('households', left.household.householdId, left.household);
}
