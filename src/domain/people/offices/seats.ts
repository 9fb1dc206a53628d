import type { Seat } from '../../../contracts/people';
import { holdsRole } from '../roles';
import type { HeldRole } from '../types';

/**
 * What the seats of people without a household open, beside what everybody may read: by the action
 * that answers it. A seat that stands nowhere here opens nothing yet, and 我的 says so.
 */
export const readBySeats = {
  'town.read-overview': ['town-staff', 'discipline', 'accountant', 'observer'],
  'people.list-late': ['town-staff', 'discipline'],
  'points.list-seal-alarms': ['discipline'],
  'exchange.list-shop-orders': ['merchant'],
  'exchange.read-stock': ['merchant'],
} as const satisfies Readonly<Record<string, readonly Seat[]>>;

/** Who of the town reads by name who holds an office. */
export function readsNames(roles: readonly HeldRole[]): boolean {
  return (['town-admin', 'discipline'] as const).some((role) => holdsRole(roles, role, 'town'));
}

/** Whether somebody is shown what came to be late before the town. */
export function readsWhatIsLate(roles: readonly Pick<HeldRole, 'role'>[]): boolean {
  const seats: readonly string[] = readBySeats['people.list-late'];
  return roles.some(({ role }) => seats.includes(role));
}
