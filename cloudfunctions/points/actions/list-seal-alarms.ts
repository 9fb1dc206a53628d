import { points } from '../../../src/contracts';
import { mostVillages } from '../../../src/contracts/limits';
import type { Village } from '../../../src/domain/people/types';
import type { SealAlarm } from '../../../src/domain/seals/types';
import { type Caller, placesOf } from '../../runtime/caller';
import { defineQuery } from '../../runtime/define-action';
import { readByIds } from '../../runtime/store/read-by-ids';
import type { Reader } from '../../runtime/store/store';
import { alarmSeen } from '../load-alarm';

/** One village has one open alarm at most; the town settles those of all its villages. */
function readAlarms(read: Reader, caller: Caller): Promise<SealAlarm[]> {
  const ofTheTown = placesOf(caller, 'town-admin').length > 0;
  const where = { state: 'open', ...(!ofTheTown && { villageId: placesOf(caller, 'supervisor') }) };
  const order = { field: 'villageId', direction: 'asc' } as const;
  return read.query<SealAlarm>('seal-alarms', { where, order, limit: mostVillages });
}

export const listSealAlarms = defineQuery({
  contract: points.listSealAlarms,
  allow: [{ who: 'supervisor' }, { who: 'town-admin' }],
  async run({ read, caller }) {
    const alarms = await readAlarms(read, caller);
    const ids = [...new Set(alarms.map(({ villageId }) => villageId))];
    const villages = ids.length === 0 ? [] : await readByIds<Village>(read, 'villages', ids);
    const nameOf = new Map(villages.map(({ villageId, name }) => [villageId, name]));
    return {
      alarms: alarms.map((alarm) => {
        const [signed] = alarm.signatures;
        return {
          ...alarmSeen(alarm, true),
          villageId: alarm.villageId,
          villageName: nameOf.get(alarm.villageId) ?? alarm.villageId,
          badSealDay: alarm.badSealDay,
          outcome: signed?.outcome ?? null,
          signedByMe: signed !== undefined && signed.personId === caller.personId,
        };
      }),
    };
  },
});
