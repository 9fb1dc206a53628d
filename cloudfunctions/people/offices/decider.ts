import { isOfTheTown } from '../../../src/domain/people/offices/basis';
import type { OfficeAct } from '../../../src/domain/people/offices/types';
import { holdsRole } from '../../../src/domain/people/roles';
import { decidesAt } from '../../../src/domain/people/two-people';
import type { Decider, Household } from '../../../src/domain/people/types';
import { moverFor } from '../../points/load';
import { type Caller, rolesOf } from '../../runtime/caller';
import type { Reader } from '../../runtime/store/store';

type About = Pick<OfficeAct, 'role' | 'memberId' | 'personId' | 'villageId'>;

/** As whom the caller deals with an office; null where as nobody. */
export function decidesOn({ role, villageId }: About, caller: Caller): Decider | null {
  const roles = rolesOf(caller);
  const byTown = isOfTheTown(role) && holdsRole(roles, 'town-admin', 'town');
  return byTown ? 'town-admin' : decidesAt(roles, villageId);
}

/** Who the caller is, seen from whom an office is about. */
export async function standingTo(
  { memberId, personId }: About,
  household: Household | null,
  caller: Caller,
  from: Pick<Reader, 'get'>,
) {
  const own = caller.personId ?? '';
  const isSubject = memberId ? memberId === caller.person?.memberId : personId === own;
  const apart = { personId: own, ofTheHousehold: false, nearRelative: false };
  const mover = household ? await moverFor(from, caller, household) : apart;
  return { ...mover, isSubject };
}
