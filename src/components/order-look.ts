import type { ValueOf } from '../contracts/contract';
import type { listOrders, OrderState, readOrder } from '../contracts/exchange';
import { instantInWords } from './days';
import type { StateTone } from './state-tag';

export type Order = ValueOf<typeof listOrders>['orders'][number];
/** One order by itself, with the buttons its reader may be shown. */
export type OpenedOrder = ValueOf<typeof readOrder>;

/** Colour of an order's state; its word comes with the order. */
export const orderTones: Record<OrderState, StateTone> = {
  placed: 'waiting',
  'handed-over': 'done',
  cancelled: 'ended',
  'shop-cancelled': 'stopped',
  expired: 'ended',
};

/** `盐2袋、香皂1块`. */
export function goodsInWords(lines: Order['lines']): string {
  return lines.map(({ name, count, unit }) => `${name} ${count}${unit}`).join('、');
}

/** `12月1日`: the last day an order can be fetched. */
export function lastDayToFetch({ expiresAtMs }: Pick<Order, 'expiresAtMs'>): string {
  return instantInWords(expiresAtMs - 1);
}

/** Whether the order's workflow has this button for its reader just now. */
export function offers({ offered }: OpenedOrder, action: string): boolean {
  return offered.some((move) => move.action === action);
}
