import { commonRefusals } from '../../src/contracts/refusals';
import { refuse } from '../../src/domain/kernel/refusal';
import { type Caller, rolesOf } from './caller';
import type { Allow, Place } from './define-action';

function holds(caller: Caller, allow: Allow, place: Place | null): boolean {
  if (allow.who === 'anyone') return caller.identity.kind !== 'timer';
  if (allow.who === 'timer') return caller.identity.kind === 'timer';
  if (allow.who === 'wechat-user') return caller.personId !== null;
  const held = rolesOf(caller).filter((each) => each.role === allow.who);
  if (held.length === 0) return false;
  const at = 'at' in allow ? allow.at : undefined;
  if (!at) return true;
  if (!place) return false;
  if (at === 'own-household') return sameHousehold(caller, place);
  const wanted = at === 'own-village' ? place.villageId : place.shopId;
  return wanted !== undefined && held.some((each) => each.place === wanted);
}

function sameHousehold(caller: Caller, place: Place): boolean {
  return place.householdId !== undefined && caller.person?.householdId === place.householdId;
}

/** Deny by default: the first row that fits lets through, else the refusal that helps most. */
export async function authorise(
  caller: Caller,
  allow: readonly Allow[],
  findPlace: (() => Promise<Place>) | null,
): Promise<void> {
  if (allow.some((row) => !('at' in row && row.at) && holds(caller, row, null))) return;
  const roles = new Set(rolesOf(caller).map((each) => each.role));
  const couldFit = allow.some((row) => 'at' in row && row.at && roles.has(row.who));
  if (couldFit && findPlace) {
    const place = await findPlace();
    if (allow.some((row) => holds(caller, row, place))) return;
  }
  const code = refusalFor(caller, couldFit, allow);
  refuse(code, commonRefusals[code]);
}

function refusalFor(caller: Caller, couldFit: boolean, allow: readonly Allow[]) {
  if (couldFit) return 'not-yours' as const;
  if (caller.personId === null) return 'log-in-first' as const;
  const forResidents = allow.some((row) => row.who === 'resident');
  return forResidents && rolesOf(caller).length === 0 ? 'join-first' : 'not-your-job';
}
