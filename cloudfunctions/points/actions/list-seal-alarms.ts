import { points } from '../../../src/contracts';
import { mostVillages } from '../../../src/contracts/limits';
import type { Village } from '../../../src/domain/people/types';
import type { SealAlarm } from '../../../src/domain/seals/types';
import { defineQuery } from '../../runtime/define-action';
import { seatsThatRead } from '../../runtime/seats';
import { readByIds } from '../../runtime/store/read-by-ids';
import { alarmSeen } from '../load-alarm';

/** One village has one open alarm at most. */
export const listSealAlarms = defineQuery({
  contract: points.listSealAlarms,
  allow: [
    ...([{ who: 'supervisor', at: 'own-village' }, { who: 'town-admin' }] as const),
    ...seatsThatRead('points.list-seal-alarms'),
  ],
  place: ({ input }) => input,
  async run({ input: { villageId }, read, caller }) {
    const alarms = await read.query<SealAlarm>('seal-alarms', {
      where: { state: 'open', ...(villageId !== undefined && { villageId }) },
      order: { field: 'villageId', direction: 'asc' },
      limit: mostVillages,
    });
    const ids = [...new Set(alarms.map(({ villageId }) => villageId))];
    const villages = ids.length === 0 ? [] : await readByIds<Village>(read, 'villages', ids);
    const nameOf = new Map(villages.map(({ villageId, name }) => [villageId, name]));
    const seen = await Promise.all(
      alarms.map(async (alarm) => {
        const [signed] = alarm.signatures;
        return {
          ...(await alarmSeen(read, alarm, true)),
          villageId: alarm.villageId,
          villageName: nameOf.get(alarm.villageId) ?? alarm.villageId,
          badSealDay: alarm.badSealDay,
          outcome: signed?.outcome ?? null,
          signedByMe: signed !== undefined && signed.personId === caller.personId,
        };
      }),
    );
    return { alarms: seen };
  },
});
