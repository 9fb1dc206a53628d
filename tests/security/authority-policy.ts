import { type Column, type Position, positions, roles } from './authority-actors';
import { exchangePolicy } from './authority-policy-exchange';
import { jobsPolicy, listsPolicy, townPolicy, wechatPolicy } from './authority-policy-others';
import { peoplePolicy } from './authority-policy-people';
import { pointsPolicy } from './authority-policy-points';
import type { Policies, Verdict } from './authority-policy-words';

/**
 * Who may do what, written from the plan and the design and never from the actions' own `allow`.
 * What is not said here is denied.
 */
export const policy: Policies = {
  ...peoplePolicy,
  ...pointsPolicy,
  ...exchangePolicy,
  ...listsPolicy,
  ...townPolicy,
  ...wechatPolicy,
  ...jobsPolicy,
};

/** What the policy says of one cell; strangers have no position. */
export function verdictOf(action: string, column: Column, position: Position | null): Verdict {
  const said = policy[action]?.may[column];
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
