import { useEffect, useState } from 'react';
import { keepPack, type OfflinePack, readPack } from '../../../client/offline-pack';
import { useSession } from '../../../client/session';
import { calledBy } from '../../../domain/kernel/names';
import { findHouseholds } from '../../../domain/people/find-household';
import type { Tile } from '../tiles/tile-grid';

export type Household = OfflinePack['households'][number];

/** Every household of a village but one's own, by number; null while they are not known. */
export function useHouseholds(villageId: string): {
  households: readonly Household[] | null;
  /** Nobody could be asked, and this phone keeps no copy. */
  unknown: boolean;
} {
  const me = useSession((session) => session.me);
  const [kept, setKept] = useState<readonly Household[] | null>(null);
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    let gone = false;
    // What is there is shown at once, and a newer one once it has come.
    const show = async () => {
      const pack = await readPack(villageId);
      if (!gone && pack) setKept(pack.households);
    };
    show();
    keepPack(villageId)
      .then(show)
      .then(() => !gone && setAsked(true));
    return () => {
      gone = true;
    };
  }, [villageId]);
  const own = me?.villageId === villageId ? me.householdId : null;
  const others = kept?.filter(({ householdId }) => householdId !== own) ?? null;
  others?.sort((one, other) => one.householdNumber - other.householdNumber);
  return { households: others, unknown: asked && kept === null };
}

export const nameOf = ({ householdNumber, headName }: Household) =>
  calledBy(householdNumber, headName);

/** Those that a number or any part of a name fits, the closest first; all while none is typed. */
export function fitting(households: readonly Household[], typed: string) {
  if (typed.trim() === '') return { shown: households, more: false };
  const { found, more } = findHouseholds(typed, households);
  return { shown: found.map(({ household }) => household), more };
}

export const tileOf = (household: Household): Tile => {
  return { id: household.householdId, words: nameOf(household) };
};
