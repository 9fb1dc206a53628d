import { openPage } from './open-page';

export function openOrder(orderId: string): void {
  openPage(`/packages/exchange/order/index?orderId=${orderId}`);
}
