import { Card } from '../../components/card';
import { EmptyState } from '../../components/empty-state';
import { Growing, type RowGroup } from '../../components/growing';
import type { Order } from '../../components/order-look';
import { SectionHead } from '../../components/section-head';
import type { ValueOf } from '../../contracts/contract';
import type { listShopOrders } from '../../contracts/exchange';
import { ShopOrderLine } from './shop-order-line';

/** About a screen of lines. */
const ordersAtOnce = 6;

function groupsOf({ waiting, today }: ValueOf<typeof listShopOrders>): RowGroup<Order>[] {
  const nothing = (
    <EmptyState icon="bag" text="没有等着来取的。" hint="有人下单,这里就能看到,可以先备好货。" />
  );
  return [
    {
      key: 'waiting',
      rows: waiting,
      frame: (lines) => (
        <>
          <SectionHead title="等着来取" extra={`${waiting.length} 单`} />
          {waiting.length === 0 ? nothing : <Card flush>{lines}</Card>}
        </>
      ),
    },
    {
      key: 'today',
      rows: today,
      frame: (lines) =>
        today.length > 0 && (
          <>
            <SectionHead title="今天办完的" extra={`${today.length} 单`} />
            <Card flush>{lines}</Card>
          </>
        ),
    },
  ];
}

/** What waits for its household, and what ended today. */
export function ShopOrders({ value }: { value: ValueOf<typeof listShopOrders> }) {
  return (
    <Growing groups={groupsOf(value)} keyOf={({ orderId }) => orderId} atOnce={ordersAtOnce} lined>
      {(order) => <ShopOrderLine order={order} />}
    </Growing>
  );
}
