import type { Order } from '../../components/order-look';
import type { OrderState } from '../../contracts/exchange';

const inTurn: readonly OrderState[] = [
  'placed',
  'handed-over',
  'shop-cancelled',
  'expired',
  'cancelled',
];

export type OrderGroup = { state: OrderState; title: string; orders: Order[] };

/** Orders by where they stand, those still to be fetched first. */
export function groupOrders(orders: readonly Order[]): OrderGroup[] {
  return inTurn.flatMap((state) => {
    const ofState = orders.filter((order) => order.state === state);
    const [first] = ofState;
    return first ? [{ state, title: first.stateLabel, orders: ofState }] : [];
  });
}
