import { factsOf } from '../exchange/end-order';
import { type OrderActor, type OrderFacts, orderWorkflow } from '../exchange/order-workflow';
import type { Order, OrderState } from '../exchange/types';
import { householdKey, roleKey } from './keys';
import { makeTask } from './make-task';
import type { Task } from './types';
import { type Candidate, whoIsWaitedFor } from './waiting';

/** The household to fetch it, the shop to hand it over; on its last day the timer ends it. */
function candidatesOf(by: OrderActor, order: Order): Candidate<OrderFacts>[] {
  const { householdId, shopId, placedAtMs } = order;
  const asOf = (own: string | null) =>
    factsOf({ ...order, scan: null }, { personId: null, householdId: own }, placedAtMs);
  if (by === 'resident') return [{ key: householdKey(householdId), facts: asOf(householdId) }];
  return by === 'keeper' ? [{ key: roleKey('keeper', shopId), facts: asOf(null) }] : [];
}

/**
 * What an order waits for, if for anybody. Nobody is left out by `not`: of their own household's
 * order a keeper is the household.
 */
export function orderTask(order: Order): Task | null {
  const { orderId, villageId, state, householdNumber, lines, points } = order;
  const subject = {
    ...{ kind: 'order' as const, subjectId: orderId, villageId },
    ...{ sinceMs: order.placedAtMs, endsMs: order.expiresAtMs },
    title: `${householdNumber}号户 ${lines.length}样东西 ${points}分`,
    page: `/packages/exchange/order/index?orderId=${orderId}`,
  };
  const waitingFor = (isLate: boolean) =>
    whoIsWaitedFor<OrderState, OrderActor, OrderFacts>({
      ...{ table: orderWorkflow, state, isLate, involved: [] },
      candidatesOf: (by) => candidatesOf(by, order),
    });
  return makeTask(subject, waitingFor, order.placedAtMs);
}
