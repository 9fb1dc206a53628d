import type { Household } from '../../src/domain/people/types';
import type { SealAlarm } from '../../src/domain/seals/types';
import { type Caller, placesOf } from '../runtime/caller';
import { readByIds } from '../runtime/store/read-by-ids';
import type { Reader, Stored } from '../runtime/store/store';

/** A village's newest alarm, open or settled; null where there never was one. */
export async function newestAlarm(
  read: Reader,
  villageId: string,
): Promise<Stored<SealAlarm> | null> {
  const [newest] = await read.query<SealAlarm>('seal-alarms', {
    where: { villageId },
    order: { field: 'number', direction: 'desc' },
    limit: 1,
  });
  return newest ?? null;
}

/** Those who settle a village's alarms: its supervisors and the town. */
function settles(caller: Caller, villageId: string): boolean {
  const isSupervisor = placesOf(caller, 'supervisor').includes(villageId);
  return isSupervisor || placesOf(caller, 'town-admin').length > 0;
}

/** @param whole with whose books it is about */
export async function alarmSeen(read: Reader, alarm: SealAlarm, whole: boolean) {
  const { number, day, householdIds, signatures } = alarm;
  const named =
    whole && householdIds.length > 0
      ? await readByIds<Household>(read, 'households', householdIds)
      : [];
  return {
    ...{ number, day },
    households: householdIds.length,
    signedBy: signatures.map(({ side }) => side),
    householdNumbers: named.map((household) => household.number).sort((a, b) => a - b),
  };
}

/** What everybody sees of a village's open alarm; whose books it is about, those who settle it. */
export async function readOpenAlarm(read: Reader, villageId: string, caller: Caller) {
  const alarm = await newestAlarm(read, villageId);
  return alarm?.state === 'open' ? alarmSeen(read, alarm, settles(caller, villageId)) : null;
}
