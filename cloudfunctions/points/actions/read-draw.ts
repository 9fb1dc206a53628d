import { points } from '../../../src/contracts';
import { mostDrawsShown } from '../../../src/contracts/limits';
import { refuse } from '../../../src/domain/kernel/refusal';
import type { Night } from '../../../src/domain/records/night';
import { drawsOf } from '../../../src/domain/records/panel';
import type { DeedRecord, FrozenPool, LeftOut, Lot } from '../../../src/domain/records/types';
import { type Caller, placesOf } from '../../runtime/caller';
import { defineQuery } from '../../runtime/define-action';
import { loadRecord } from '../load';

/** What may be drawn from, without who it is. */
const shown = ({ pool, leftOut }: Pick<FrozenPool, 'pool' | 'leftOut'>) => ({
  pool: pool.map(({ mark, near }: Lot) => ({ mark, near })),
  leftOut: leftOut.map(({ mark, why }: LeftOut) => ({ mark, why })),
});

/** Of who holds the office in the village still. */
function mineOf({ votes, villageId }: DeedRecord, { pool }: FrozenPool, caller: Caller) {
  const { personId } = caller;
  const isOfPanel = placesOf(caller, 'panel').includes(villageId);
  const lot = isOfPanel ? pool.find((each) => each.personId === personId) : undefined;
  if (!lot) return null;
  const vote = votes.find((each) => each.personId === personId);
  return { mark: lot.mark, agreed: vote?.agree ?? null };
}

/** Public as soon as there is a pool: it holds marks, no names, and not whose deed it is. */
export const readDraw = defineQuery({
  contract: points.readDraw,
  allow: [{ who: 'anyone' }],
  async run({ input, read, caller }) {
    const record = await loadRecord(read, input.recordId);
    const { seedHash, frozen, draw, drawDay } = record;
    const from = frozen ?? draw;
    if (!from) {
      refuse('not-drawn-for', '这一条还没核对,没有抽评议员。核对通过的第二天早上抽,那时再来看。');
    }
    const draws = drawsOf(draw ?? frozen?.previous ?? null).slice(0, mostDrawsShown);
    const last = draws.at(-1);
    const night = last ? await read.get<Night>('nights', last.night) : null;
    return {
      ...{ seedHash, drawDay, frozenAtMs: from.frozenAtMs, ...shown(from) },
      draws: draws.map((each) => ({
        ...each,
        ...{ pool: [...each.pool], panel: [...each.panel], aside: [...each.aside] },
      })),
      seals: night?.seals ?? [],
      mine: mineOf(record, from, caller),
    };
  },
});
