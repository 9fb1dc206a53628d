import { dayOf, startOfDayMs } from '../../src/domain/kernel/time';
import type { Village } from '../../src/domain/people/types';
import { type Night, type NightSeal, nightOf } from '../../src/domain/records/night';
import { sealId } from '../../src/domain/seals/seal';
import type { Seal } from '../../src/domain/seals/types';
import { readAll } from '../runtime/store/read-all';
import type { Store } from '../runtime/store/store';

/** From then on a draw waits for no village that could not be sealed, `+08:00`. */
const waitsUntilMs = 12 * 60 * 60_000;

/** One after the other: a seal holds a leaf of every household. */
async function sealsOf(store: Store, day: string) {
  const villages = await readAll<Village>(store, 'villages', { townId: 'town' }, 'villageId');
  const seals: NightSeal[] = [];
  for (const { villageId } of villages) {
    const seal = await store.get<Seal>('seals', sealId(villageId, day));
    if (seal) seals.push({ villageId, hash: seal.hash });
  }
  return { seals, complete: seals.length === villages.length };
}

/**
 * The night before a morning's draws: made once, as soon as every village has been sealed, at noon
 * with those that are.
 * @returns null where it is still waited for
 */
export async function makeNight(store: Store, nowMs: number): Promise<Night | null> {
  const day = dayOf(nowMs);
  const known = await store.get<Night>('nights', day);
  if (known) return known;
  const { seals, complete } = await sealsOf(store, day);
  if (!complete && nowMs < startOfDayMs(day) + waitsUntilMs) return null;
  return store.transact(async (tx) => {
    const made = await tx.get<Night>('nights', day);
    if (made) return made;
    const night = nightOf(day, seals, nowMs);
    tx.create('nights', day, night);
    return night;
  });
}
