import type { ActionCost } from './measure';

/**
 * Actions that read more when more has happened, each with its reason. An action that is not here
 * costs the same in a village of any age.
 */
export const growsWithHistory: Readonly<Record<string, string>> = {
  'verify-account': 'reads the whole chain of one household: that is what it is asked for',
  'seal-day': "reads the quarter's entries of a village, to make its totals anew from them",
  'erase-expired': 'looks for the names of those who asked to be erased in all their village wrote',
  'list-shop-orders': "lists a day's ended orders of one shop",
};

/** The same action at every size, smallest first. */
export function perAction(measured: readonly (readonly ActionCost[])[]): ActionCost[][] {
  return (measured[0] ?? []).map(({ functionName, action }) =>
    measured.flatMap((costs) =>
      costs.filter((cost) => cost.functionName === functionName && cost.action === action),
    ),
  );
}

/** A page that has become full by now stays full. */
const roomForAPage = 25;
const most = 1.1;

/** Whether the last two sizes cost the same, but for a page that was not full yet. */
export function isFlat(costs: readonly ActionCost[]): boolean {
  const total = (cost: ActionCost | undefined) =>
    cost ? cost.requests + cost.examined + cost.written : 0;
  const before = total(costs.at(-2));
  const after = total(costs.at(-1));
  return after <= before * most || after - before <= roomForAPage;
}
