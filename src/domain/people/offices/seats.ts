import type { Seat } from '../../../contracts/people';
import { holdsRole } from '../roles';
import type { HeldRole } from '../types';

/** Whoever sits there was invited: they need no household. */
export const everySeat: readonly Seat[] = [
  ...(['guide', 'observer', 'merchant', 'accountant', 'carrier'] as const),
  ...(['town-staff', 'discipline'] as const),
];

export const isSeat = (role: string): role is Seat => everySeat.some((each) => each === role);

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

type Held = readonly Pick<HeldRole, 'role'>[];

/** Whether a seat of somebody's opens it. */
export function readsBySeat(roles: Held, action: keyof typeof readBySeats): boolean {
  const seats: readonly string[] = readBySeats[action];
  return roles.some(({ role }) => seats.includes(role));
}

/** Who of the town reads by name who holds an office. */
export function readsNames(roles: readonly HeldRole[]): boolean {
  return (['town-admin', 'discipline'] as const).some((role) => holdsRole(roles, role, 'town'));
}
