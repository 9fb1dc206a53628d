import { offeredMoves } from '../kernel/workflow';
import { type Actor, factsOf } from './end-order';
import { type OrderActor, orderWorkflow } from './order-workflow';
import type { Order } from './types';

/** The buttons somebody is shown with an order; what the shelf holds is seen when one is tapped. */
export function offeredOrderMoves(
  order: Order,
  by: readonly OrderActor[],
  actor: Actor,
  nowMs: number,
): { action: string; label: string }[] {
  return offeredMoves(orderWorkflow, order.state, by, factsOf(order, actor, nowMs));
}
