import { points } from '../../../src/contracts';
import { refuse } from '../../../src/domain/kernel/refusal';
import type { Night } from '../../../src/domain/records/night';
import {
  monthBefore,
  type Recheck,
  recheckId,
  recheckResult,
} from '../../../src/domain/records/recheck';
import type { DeedRecord } from '../../../src/domain/records/types';
import { type Caller, placesOf } from '../../runtime/caller';
import { defineQuery } from '../../runtime/define-action';
import { readByIds } from '../../runtime/store/read-by-ids';
import type { Reader } from '../../runtime/store/store';
import { loadVillage } from '../load';

const ofTheVillage = ['resident', 'cadre', 'supervisor', 'panel'] as const;

/** The records that were drawn; whose they are only for the village, and not where it is hidden. */
async function linesOf(read: Reader, caller: Caller, { villageId, pool, drawn }: Recheck) {
  const named = ofTheVillage.some((role) => placesOf(caller, role).includes(villageId));
  const records = await readByIds<DeedRecord>(read, 'records', drawn);
  const known = new Map(records.map((record) => [record.recordId, record]));
  const ofDraw = new Set(drawn);
  return pool.flatMap(({ recordId, mark }) => {
    const record = known.get(recordId);
    if (!record || !ofDraw.has(recordId)) return [];
    const { itemName, day, householdNumber, householdHidden } = record;
    const number = named && !householdHidden ? householdNumber : null;
    return [{ mark, itemName, day, householdNumber: number, ...recheckResult(record) }];
  });
}

/** Public: counts, items and results; marks stand for everything else. */
export const readRecheck = defineQuery({
  contract: points.readRecheck,
  allow: [{ who: 'anyone' }],
  async run({ input: { villageId, month }, read, caller, nowMs }) {
    await loadVillage(read, villageId);
    const of = { villageId, month: month ?? monthBefore(nowMs) };
    const recheck = await read.get<Recheck>('rechecks', recheckId(of));
    if (!recheck) {
      refuse('recheck-not-found', '这个月的还没有抽查。下个月初抽,抽完在这里看。');
    }
    const { draw, seedHash, frozenAtMs, drawDay, pool } = recheck;
    const night = draw ? await read.get<Night>('nights', draw.night) : null;
    return {
      ...{ month: recheck.month, seedHash, frozenAtMs, drawDay },
      marks: pool.map(({ mark }) => mark),
      draw: draw && { seed: draw.seed, night: draw.night, nightHash: draw.nightHash },
      lines: await linesOf(read, caller, recheck),
      seals: night?.seals ?? [],
    };
  },
});
