import { cardOf } from '../proof/cards';
import type { Verdict } from '../proof/may';
import { type Column, type Position, positions, roles } from './authority-actors';

type Name = Parameters<typeof cardOf>[0];

/** What an action's card says of one cell; strangers have no position. */
export function verdictOf(name: Name, column: Column, position: Position | null): Verdict {
  const said = cardOf(name).may[column];
  if (said === undefined) return 'denied';
  if (typeof said === 'string') return said;
  return (position && said[position]) ?? 'denied';
}

/** Every cell of one action: six roles at six positions, and the strangers once each. */
export const cells: readonly { column: Column; position: Position | null }[] = [
  ...roles.flatMap((column) => positions.map((position) => ({ column, position }))),
  ...(['unjoined', 'nobody', 'timer', 'false-timer'] as const).map((column) => ({
    ...{ column, position: null },
  })),
];
