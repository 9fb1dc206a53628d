import { openOrder } from '../../client/open-order';
import { openPage } from '../../client/open-page';
import { Card } from '../../components/card';
import { Line } from '../../components/line';
import { lastDayToFetch, type Order } from '../../components/order-look';

const ordersPage = '/packages/exchange/orders/index';

/** What is still to be fetched; one open order opens its code at once. */
export function OpenOrdersLine({ orders }: { orders: readonly Order[] }) {
  const waiting = orders.filter((order) => order.state === 'placed');
  const [first] = waiting;
  if (!first) {
    const open = () => openPage(ordersPage);
    return (
      <Card flush>
        <Line icon="list" title="我家的兑换单" onTap={open} />
      </Card>
    );
  }
  const expiresAtMs = Math.min(...waiting.map((order) => order.expiresAtMs));
  const open = waiting.length === 1 ? () => openOrder(first.orderId) : () => openPage(ordersPage);
  return (
    <Card flush tone="green">
      <Line
        icon="bag"
        title={`有 ${waiting.length} 单待取`}
        note={`${waiting.length > 1 ? '最早的' : ''}${lastDayToFetch({ expiresAtMs })}前到店取,点开出示码`}
        onTap={open}
      />
    </Card>
  );
}
