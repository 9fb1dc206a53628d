import { dayOf, endOfDayMs } from '../kernel/time';
import { mustAllowMove } from '../kernel/workflow';
import { type Account, redeem, release } from '../ledger/ledger';
import { isStopped } from '../people/freeze';
import { type OrderActor, type OrderFacts, orderStateLabel, orderWorkflow } from './order-workflow';
import { standingScan } from './pickup-code';
import { causeOfOrder } from './place-order';
import { threeStandBehind } from './stand-behind';
import { giveOut, missingFor, putBack } from './stock';
import type { Order, OrderState, Stock, Witness } from './types';
import type { OrderEffect } from './writes';

/** What is loaded to end an order: its account and the stock of all its lines. */
export type OrderScene = {
  order: Order;
  account: Account;
  stocks: readonly Stock[];
  nowMs: number;
};

/** Who acts; `personId` null for the timer. */
export type Actor = { personId: string | null; householdId: string | null };

export const timer: Actor = { personId: null, householdId: null };

/**
 * The facts of an order's moves as far as order and clock tell them.
 * @param witness of the card at the counter, that of the scan unless told
 */
export function factsOf(
  order: Order,
  actor: Actor,
  nowMs: number,
  witness: Witness | null = order.scan?.witness ?? null,
): OrderFacts {
  return {
    pastLastDay: nowMs >= order.expiresAtMs,
    ownHousehold: actor.householdId === order.householdId,
    scan: standingScan(order.scan, actor.personId, nowMs),
    missing: null,
    frozen: false,
    threeStand: threeStandBehind(order, actor.personId, witness),
  };
}

/** Whether the household may spend: whatever gives points or a code away asks its account. */
export const frozenOf = (
  account: Pick<Account, 'frozen' | 'disputed'>,
): Pick<OrderFacts, 'frozen'> => ({ frozen: isStopped(account) });

/** @throws Refusal `wrong-state`, or what a need of the table's row says */
export function checkOrderMove(action: string, order: Order, facts: OrderFacts): OrderState {
  const table = orderWorkflow;
  const row = mustAllowMove<OrderState, OrderActor, OrderFacts>(
    table,
    action,
    order.state,
    facts,
    orderStateLabel,
  );
  return row.to[0] ?? order.state;
}

function ended(order: Order, state: OrderState, actor: Actor, nowMs: number): Order {
  return {
    ...order,
    state,
    endedAtMs: nowMs,
    endedDay: dayOf(nowMs),
    endedByPersonId: actor.personId,
    scan: null,
  };
}

/** Points of an order whose lots are past their last day. */
function lapsedPoints(order: Order, nowMs: number): number {
  return order.shares
    .filter((share) => endOfDayMs(share.lastDay) <= nowMs)
    .reduce((total, share) => total + share.points, 0);
}

type Ending = { action: string; actor: Actor; shopAtFault: boolean; reason: string | null };

function endWithoutHandOver(scene: OrderScene, ending: Ending): OrderEffect {
  const { order, account, stocks, nowMs } = scene;
  const { action, actor, shopAtFault, reason } = ending;
  const state = checkOrderMove(action, order, factsOf(order, actor, nowMs));
  return {
    order: {
      ...ended(order, state, actor, nowMs),
      endReason: reason,
      pointsLapsed: shopAtFault ? 0 : lapsedPoints(order, nowMs),
    },
    ledger: release(account, order.shares, causeOfOrder(order), nowMs, { shopAtFault }),
    stock: putBack(order, stocks, { byPersonId: actor.personId, atMs: nowMs }),
  };
}

/** The household changed its mind. @throws Refusal `wrong-state`, `being-handed-over` */
export function decideCancelling(scene: OrderScene, actor: Actor): OrderEffect {
  const ending = { action: 'cancel-order', actor, shopAtFault: false, reason: null };
  return endWithoutHandOver(scene, ending);
}

/**
 * The shop cannot give the goods: a lapsed lot gets 30 days more.
 * @throws Refusal `wrong-state`, `own-household`, `being-handed-over`
 */
export function decideCancellingForShop(
  scene: OrderScene,
  actor: Actor,
  reason: string,
): OrderEffect {
  return endWithoutHandOver(scene, { action: 'cancel-for-shop', actor, shopAtFault: true, reason });
}

/**
 * Nobody came.
 * @throws Refusal `wrong-state` when it has ended, or its last day is not over;
 *   `being-handed-over` where somebody came in its last minutes
 */
export function decideExpiring(scene: OrderScene): OrderEffect {
  const ending = { action: 'expire-orders', actor: timer, shopAtFault: false, reason: null };
  return endWithoutHandOver(scene, ending);
}

/**
 * The household has ended: points and goods go back.
 * @throws Refusal `being-handed-over`
 */
export function decideEndingWithHousehold(scene: OrderScene): OrderEffect {
  if (scene.nowMs >= scene.order.expiresAtMs) return decideExpiring(scene);
  const reason = '这一户已经销户';
  const ending = { action: 'cancel-order', actor: timer, shopAtFault: false, reason };
  return endWithoutHandOver(scene, ending);
}

/**
 * Held points are spent, held goods leave the shop.
 * @throws Refusal `wrong-state`, `own-household`, `being-handed-over`, `scan-first`, `stock-gone`,
 *   `spending-frozen`
 */
export function decideHandingOver(scene: OrderScene, actor: Actor): OrderEffect {
  const { order, account, stocks, nowMs } = scene;
  const facts = {
    ...factsOf(order, actor, nowMs),
    missing: missingFor(order, stocks),
    ...frozenOf(account),
  };
  const state = checkOrderMove('hand-over', order, facts);
  return {
    order: ended(order, state, actor, nowMs),
    ledger: redeem(account, order.shares, causeOfOrder(order), nowMs),
    stock: giveOut(order, stocks, { byPersonId: actor.personId, atMs: nowMs }),
  };
}
