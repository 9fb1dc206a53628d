import type { ValueOf } from '../../contracts/contract';
import type { readRecheck } from '../../contracts/rechecks';
import { dayOf } from '../kernel/time';
import { nightHashOf } from './night';
import { drawnOf, recheckSeedHash } from './recheck';

export type PublishedRecheck = ValueOf<typeof readRecheck>;

/** What came of drawing again from what is published alone. */
export type RecheckRedone = {
  /** The seed is the one promised before the night, and gives the marks that are published. */
  drawFits: boolean;
  /** The night's hash is that of the seals listed. */
  nightFits: boolean;
};

/** Draws a month's re-checks again, on a phone or at a desk; null before it was drawn. */
export function redoRecheck(published: PublishedRecheck): RecheckRedone | null {
  const { draw, seedHash, frozenAtMs, marks, lines, seals } = published;
  if (!draw) return null;
  const promised = recheckSeedHash(draw.seed) === seedHash && dayOf(frozenAtMs) < draw.night;
  const pool = marks.map((mark) => ({ mark }));
  const again = drawnOf(draw, pool).map(({ mark }) => mark);
  const told = lines.map(({ mark }) => mark);
  return {
    drawFits: promised && [...again].sort().join() === [...told].sort().join(),
    nightFits: nightHashOf(draw.night, seals) === draw.nightHash,
  };
}
