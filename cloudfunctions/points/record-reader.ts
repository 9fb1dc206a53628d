import { dayOf } from '../../src/domain/kernel/time';
import { mayBeNamed } from '../../src/domain/people/consent';
import type { Household } from '../../src/domain/people/types';
import { standsOnNotice } from '../../src/domain/records/answers';
import type { Mover } from '../../src/domain/records/record-needs';
import type { Actor, DeedRecord } from '../../src/domain/records/types';
import { type Caller, placesOf } from '../runtime/caller';
import type { HouseholdShown } from './record-line';

/** What somebody may see of a record, and as whom they may move it. */
export type RecordReader = {
  /** Photos, note and who it is about; others see what stands on the notice. */
  whole: boolean;
  shown: HouseholdShown;
  actors: Actor[];
};

function actorsOf(caller: Caller, record: DeedRecord, mover: Mover): Actor[] {
  const at = (role: 'resident' | 'cadre' | 'supervisor' | 'panel') =>
    placesOf(caller, role).includes(record.villageId);
  const actors: Actor[] = [];
  if (mover.ofTheHousehold && at('resident')) actors.push('declarer');
  if (at('cadre')) actors.push('cadre');
  if (at('supervisor')) actors.push('supervisor');
  if (placesOf(caller, 'town-admin').length > 0) actors.push('town-admin');
  if (at('panel') && record.draw?.panel.includes(mover.personId)) actors.push('panel');
  if (at('resident')) actors.push('villager');
  return actors;
}

/** What villagers may know of the household: only while its line stands on a notice. */
function shownOnNotice(record: DeedRecord, household: Household, nowMs: number): HouseholdShown {
  if (record.householdHidden || !standsOnNotice(record, nowMs)) return 'nothing';
  return mayBeNamed(household, dayOf(nowMs)) ? 'named' : 'number-only';
}

/** Null where the record is nobody else's business yet: before its notice. */
export function readerOf(
  caller: Caller,
  record: DeedRecord,
  mover: Mover,
  household: Household,
  nowMs: number,
): RecordReader | null {
  const actors = actorsOf(caller, record, mover);
  const isTown = placesOf(caller, 'town-admin').length > 0;
  const handles = actors.some((actor) => actor === 'cadre' || actor === 'supervisor') || isTown;
  // Who recorded it in an office that has ended is none of these any more.
  if (mover.ofTheHousehold || handles) {
    return { whole: true, shown: 'named', actors };
  }
  if (actors.includes('panel')) {
    return { whole: true, shown: record.householdHidden ? 'nothing' : 'named', actors };
  }
  if (!actors.includes('villager') || record.noticeId === null) return null;
  return { whole: false, shown: shownOnNotice(record, household, nowMs), actors };
}
