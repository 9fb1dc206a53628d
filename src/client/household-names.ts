import type { ValueOf } from '../contracts/contract';
import { listHouseholdNames } from '../contracts/people';
import type { SoughtHousehold } from '../domain/people/find-household';
import { type Answer, call } from './call';
import { forget, keep, readKept } from './storage';

type HeldRole = { role: string; place: string };
type Names = SoughtHousehold & { memberCount: number };
type Kept = { villageId: string; keptAtMs: number; households: Names[] };

export const householdNamesKey = 'household-names';
/** People come and go a few times a year: half a day is new enough. */
const newEnoughMs = 12 * 3_600_000;

/** This phone's copy of who lives in which household; null where it has none of that village. */
export function keptHouseholdNames(villageId: string): Kept | null {
  const kept = readKept<Kept>(householdNamesKey);
  return kept?.villageId === villageId ? kept : null;
}

/** Page by page; null where one brought no answer: half a village would hide the other half. */
async function askForNames(villageId: string): Promise<Names[] | null> {
  const households = new Map<string, Names>();
  let after: string | null = null;
  do {
    const answer: Answer<ValueOf<typeof listHouseholdNames>> = await call(listHouseholdNames, {
      villageId,
      ...(after !== null && { after }),
    });
    if (!answer.ok) return null;
    for (const each of answer.value.households) {
      households.set(each.householdId, { ...each, memberNames: [] });
    }
    for (const { householdId, name } of answer.value.members) {
      households.get(householdId)?.memberNames.push(name);
    }
    after = answer.value.next;
  } while (after !== null);
  return [...households.values()];
}

/** Keeps a new copy for when there is no network; without an answer the old one stays. */
export async function keepHouseholdNames(villageId: string): Promise<void> {
  const kept = keptHouseholdNames(villageId);
  if (kept && Math.abs(Date.now() - kept.keptAtMs) < newEnoughMs) return;
  const households = await askForNames(villageId);
  if (households) keep(householdNamesKey, { villageId, keptAtMs: Date.now(), households });
}

/** Names are for who acts on them: with the office the copy goes. */
export function forgetUnlessOfCommittee(roles: readonly HeldRole[]): void {
  const kept = readKept<Kept>(householdNamesKey);
  const isHeld = ({ role, place }: HeldRole) => role === 'cadre' && place === kept?.villageId;
  if (kept && !roles.some(isHeld)) forget(householdNamesKey);
}
