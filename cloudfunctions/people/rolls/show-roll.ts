import type { Roll } from '../../../src/domain/people/rolls/types';

/** What everybody may know of a roll. */
export function shownRoll(roll: Roll) {
  const { rollId, kind, state, fromDay, cites, people, named, committee, women } = roll;
  const { households, proposed, settled } = roll;
  return {
    ...{ rollId, kind, state, fromDay, cites, people, named, committee, women, households },
    ...{ enteredAs: proposed.as, enteredAtMs: proposed.atMs },
    ...{ settledAs: settled?.as ?? null, settledAtMs: settled?.atMs ?? null },
  };
}
