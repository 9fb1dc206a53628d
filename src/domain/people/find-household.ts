import { maskName } from '../kernel/names';
import { readHouseholdNumber } from './household-number';
import { bareName } from './names';

/** A household as it is looked for, from the register or from a phone's copy of it. */
export type SoughtHousehold = {
  householdId: string;
  householdNumber: number;
  headName: string;
  memberNames: string[];
};

/** A household that fits, and whose name it was: the head's, where that fits too. */
export type FoundHousehold<Sought extends SoughtHousehold> = {
  household: Sought;
  matchedName: string | null;
};

/** So many are shown; who looks for one of more writes more. */
export const mostFound = 20;

/** `17`, `１７`, `17号`, `第17户`, `十七号`: the number that is looked for; 十七 may be a name. */
export function soughtNumber(search: string): number | null {
  return /\p{Nd}|[号户]\s*$/u.test(search) ? readHouseholdNumber(search) : null;
}

/** The whole name, its beginning, any part of it; the head's name before the others'. */
function rankOf(sought: string, name: string, isHead: boolean): number | null {
  const bare = bareName(name);
  if (!bare.includes(sought)) return null;
  const closeness = bare === sought ? 0 : bare.startsWith(sought) ? 1 : 2;
  return closeness * 2 + (isHead ? 0 : 1);
}

/** The name of a household that fits best, in whatever order they are known. */
function bestOf(sought: string, { headName, memberNames }: SoughtHousehold) {
  const head = bareName(headName);
  const named = [headName, ...memberNames].flatMap((name) => {
    const isHead = bareName(name) === head;
    const rank = rankOf(sought, name, isHead);
    return rank === null ? [] : [{ rank, name, matchedName: isHead ? null : name }];
  });
  return named.sort(
    (left, right) => left.rank - right.rank || (left.name < right.name ? -1 : 1),
  )[0];
}

/**
 * The households of a village that a number or a name fits, the closest first: on the phone as in
 * the cloud. Of a name any part will do, in whatever way it is written.
 */
export function findHouseholds<Sought extends SoughtHousehold>(
  search: string,
  households: readonly Sought[],
): { found: FoundHousehold<Sought>[]; more: boolean } {
  const number = soughtNumber(search);
  if (number !== null) {
    const same = households.filter(({ householdNumber }) => householdNumber === number);
    return { found: same.map((household) => ({ household, matchedName: null })), more: false };
  }
  const sought = bareName(search);
  if (sought === '') return { found: [], more: false };
  const fitting = households.flatMap((household) => {
    const best = bestOf(sought, household);
    return best ? [{ ...best, household }] : [];
  });
  fitting.sort(
    (left, right) =>
      left.rank - right.rank || left.household.householdNumber - right.household.householdNumber,
  );
  const found = fitting
    .slice(0, mostFound)
    .map(({ household, matchedName }) => ({ household, matchedName }));
  return { found, more: fitting.length > mostFound };
}

/** Names as whoever looks may see them: in full for who acts on them, masked for others. */
export function shownNames(
  { headName, matchedName }: { headName: string; matchedName: string | null },
  mayAct: boolean,
) {
  const shown = (name: string) => (mayAct ? name || '*' : maskName(name));
  return {
    householdName: shown(headName),
    matchedName: matchedName === null ? null : shown(matchedName),
  };
}
