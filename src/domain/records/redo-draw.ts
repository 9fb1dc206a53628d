import type { ValueOf } from '../../contracts/contract';
import type { readDraw } from '../../contracts/draws';
import { nightHashOf } from './night';
import { drawIsHonest } from './panel';

export type PublishedDraw = ValueOf<typeof readDraw>;

/** What came of making a draw again from what is published alone. */
export type Redone = {
  /** The seed's hash is the one promised, and each draw gives the panel that is published. */
  panelFits: boolean;
  /** The night's hash is that of the seals listed. */
  nightFits: boolean;
};

/**
 * Makes a draw again, on a phone or at a desk; null before it has fallen. Whoever does not believe
 * the answer compares the seals listed with those on the notices of the villages.
 */
export function redoDraw({ seedHash, draws, seals }: PublishedDraw): Redone | null {
  const last = draws[draws.length - 1];
  if (!last) return null;
  const nightFits = nightHashOf(last.night, seals) === last.nightHash;
  return { panelFits: drawIsHonest(seedHash, draws), nightFits };
}
