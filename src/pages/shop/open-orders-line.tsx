import Taro from '@tarojs/taro';
import { Card } from '../../components/card';
import { instantInWords } from '../../components/days';
import { Line } from '../../components/line';
import type { Order } from './order-look';

const ordersPage = '/packages/exchange/orders/index';

export function openOrder(orderId: string): void {
  Taro.navigateTo({ url: `/packages/exchange/order/index?orderId=${orderId}` });
}

/** What is still to be fetched; one open order opens its code at once. */
export function OpenOrdersLine({ orders }: { orders: readonly Order[] }) {
  const waiting = orders.filter((order) => order.state === 'placed');
  const [first] = waiting;
  if (!first) {
    const open = () => Taro.navigateTo({ url: ordersPage });
    return (
      <Card flush>
        <Line icon="list" title="我家的兑换单" onTap={open} />
      </Card>
    );
  }
  const soonestMs = Math.min(...waiting.map(({ expiresAtMs }) => expiresAtMs));
  const open =
    waiting.length === 1
      ? () => openOrder(first.orderId)
      : () => Taro.navigateTo({ url: ordersPage });
  return (
    <Card flush tone="green">
      <Line
        icon="bag"
        title={`有 ${waiting.length} 单待取`}
        note={`${waiting.length > 1 ? '最早的' : ''}${lastDay(soonestMs)}前到店取,点这里出示取货码`}
        onTap={open}
      />
    </Card>
  );
}

/** `12月1日`: the last day something can be fetched. */
export function lastDay(expiresAtMs: number): string {
  return instantInWords(expiresAtMs - 1);
}
