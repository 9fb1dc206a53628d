import { cardOf } from '../proof/cards';
import type { Verdict } from '../proof/may';
import { type Column, columns, type Position, positionsOf } from './authority-actors';

type Name = Parameters<typeof cardOf>[0];

/** What an action's card says of one cell; strangers have no position. */
export function verdictOf(name: Name, column: Column, position: Position | null): Verdict {
  const said = cardOf(name).may[column];
  if (said === undefined) return 'denied';
  if (typeof said === 'string') return said;
  return (position && said[position]) ?? 'denied';
}

/** Every cell of one action: roles and seats where they stand, and the strangers once each. */
export const cells: readonly { column: Column; position: Position | null }[] = columns.flatMap(
  (column) => positionsOf(column).map((position) => ({ column, position })),
);
