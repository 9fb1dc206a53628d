import { mostHouseholdsNamed } from '../../contracts/limits';
import { letsTheBooksStand } from './alarm';
import type { BookCheck, BookFault, BookWalk, SealAlarm } from './types';

/** The walk of a day: the one under way, or a new one; null where that day's is done. */
export function walkOf(check: BookCheck | null, day: string): BookWalk | null {
  if (check?.last && check.last.day >= day) return null;
  if (check?.walk?.day === day) return check.walk;
  return { day, after: null, households: 0, entries: 0, faults: [] };
}

export type Walked = { households: number; entries: number; faults: BookFault[] };

/** A walk with some more households behind it. @param after the last of them */
export function walkOn(walk: BookWalk, walked: Walked, after: string | null): BookWalk {
  return {
    ...{ day: walk.day, after },
    households: walk.households + walked.households,
    entries: walk.entries + walked.entries,
    faults: [...walk.faults, ...walked.faults].slice(0, mostHouseholdsNamed),
  };
}

const isAmong = (faults: readonly BookFault[], { householdId, sequence }: BookFault) =>
  faults.some((each) => each.householdId === householdId && each.sequence === sequence);

/**
 * What a walk found once it is through, and the faults that somebody has to look into. What two
 * people looked into and let stand is not asked of them again; what they said was put back, and is
 * not, is.
 * @param alarm the village's newest
 */
export function endWalk(
  { villageId, last, letStand }: Pick<BookCheck, 'villageId' | 'last' | 'letStand'>,
  { day, households, entries, faults }: BookWalk,
  alarm: SealAlarm | null,
): { check: BookCheck; toAlarm: BookFault[] } {
  const named = alarm && letsTheBooksStand(alarm) ? alarm.householdIds : [];
  const stand = faults.filter(
    (fault) =>
      isAmong(letStand, fault) ||
      (isAmong(last?.faults ?? [], fault) && named.includes(fault.householdId)),
  );
  const open = faults.filter((fault) => !isAmong(stand, fault));
  const check: BookCheck = {
    ...{ townId: 'town', villageId, walk: null, letStand: stand },
    last: { day, households, entries, faults: open },
  };
  return { check, toAlarm: alarm?.state === 'open' ? [] : open };
}
