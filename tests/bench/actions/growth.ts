import { cardOf } from '../../proof/cards';
import type { ActionCost } from './measure';

/** Why an action reads more when more has happened; null where it costs the same at any age. */
export function reasonToGrow(action: Pick<ActionCost, 'functionName' | 'action'>): string | null {
  return cardOf(action).growsWithHistory ?? null;
}

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
