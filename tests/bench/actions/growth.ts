import type { ActionCost } from './measure';

/**
 * Actions that read more when more has happened, each with its reason. An action that is not here
 * costs the same in a village of any age.
 */
export const growsWithHistory: Readonly<Record<string, string>> = {
  'verify-account': 'reads the whole chain of one household: that is what it is asked for',
  'seal-day': "reads the quarter's entries of a village, to make its totals anew from them",
  'erase-expired': 'looks for the names of those who asked to be erased in all their village wrote',
  tick: 'runs the jobs, among them the two above',
  'list-shop-orders': "lists a day's ended orders of one shop: more a year are more a day",
};

/** The same action at every size, smallest first. */
export function perAction(measured: readonly (readonly ActionCost[])[]): ActionCost[][] {
  return (measured[0] ?? []).map(({ functionName, action }) =>
    measured.flatMap((costs) =>
      costs.filter((cost) => cost.functionName === functionName && cost.action === action),
    ),
  );
}

/** A page that is not full in a village this young may fill up; nothing else may grow. */
const youngVillage = 100;
const roomForAPage = 25;
const most = 1.1;

function isFlatBetween(before: ActionCost, after: ActionCost): boolean {
  const documents = ({ examined, written }: ActionCost) => examined + written;
  const allowance = before.size < youngVillage ? roomForAPage : 0;
  return (
    after.requests <= before.requests * most &&
    documents(after) <= Math.max(documents(before) * most, documents(before) + allowance)
  );
}

/** Whether each size costs the same as the one before it, but for a page that was not full yet. */
export function isFlat(costs: readonly ActionCost[]): boolean {
  return costs.every((cost, place) => place === 0 || isFlatBetween(costs[place - 1] ?? cost, cost));
}
