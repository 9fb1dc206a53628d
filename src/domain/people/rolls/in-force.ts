import type { Roll, RollKind } from './types';

type Dated = Pick<Roll, 'kind' | 'state' | 'fromDay' | 'turn'>;

/** Whether the second of two rolls is counted by instead of the first, where both have begun. */
const replaces = (later: Dated, before: Dated) =>
  later.fromDay > before.fromDay || (later.fromDay === before.fromDay && later.turn > before.turn);

/**
 * The roll of a kind that is counted by on a day, or null where there was none: the one confirmed
 * whose first day is the latest by then, of two of one day the one confirmed last. A roll is
 * confirmed before its first day, so what a day that has begun is counted by never changes.
 * @param rolls of one village
 * @param day `YYYY-MM-DD`
 */
export function rollOn<Of extends Dated>(
  kind: RollKind,
  rolls: readonly Of[],
  day: string,
): Of | null {
  const begun = rolls.filter(
    (roll) => roll.kind === kind && roll.state === 'confirmed' && roll.fromDay <= day,
  );
  return begun.reduce<Of | null>(
    (best, roll) => (best === null || replaces(roll, best) ? roll : best),
    null,
  );
}
