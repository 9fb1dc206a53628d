import { sha256Hex } from '../kernel/hash';

/** What a village's books came to in one night, as far as a draw needs it. */
export type NightSeal = { villageId: string; hash: string };

/**
 * `nights/{day}`: all the town's seals of one night, written once in the morning. Their hashes hang
 * on every account of the town, so that whoever froze a pool the day before could not know them.
 */
export type Night = {
  townId: 'town';
  day: string;
  /** By village; of a village that was not sealed there is none. */
  seals: NightSeal[];
  /** Over all of them: what is mixed into the draws of this morning. */
  hash: string;
  madeAtMs: number;
};

/** @returns the hash that a night gives to its draws, in whatever order its seals come */
export function nightHashOf(day: string, seals: readonly NightSeal[]): string {
  const lines = seals.map(({ villageId, hash }) => `${villageId} ${hash}`).sort();
  return sha256Hex(['seals-of-night', day, ...lines].join('\n'));
}

export function nightOf(day: string, seals: readonly NightSeal[], madeAtMs: number): Night {
  const ordered = [...seals].sort((left, right) => (left.villageId < right.villageId ? -1 : 1));
  return { townId: 'town', day, seals: ordered, hash: nightHashOf(day, ordered), madeAtMs };
}
