import { Card } from '../../components/card';
import { EmptyState } from '../../components/empty-state';
import { SectionHead } from '../../components/section-head';
import type { ValueOf } from '../../contracts/contract';
import type { listShopOrders } from '../../contracts/exchange';
import { ShopOrderLine } from './shop-order-line';

/** What waits for its household, and what ended today. */
export function ShopOrders({ value }: { value: ValueOf<typeof listShopOrders> }) {
  const { waiting, today } = value;
  return (
    <>
      <SectionHead title="等着来取" extra={`${waiting.length} 单`} />
      {waiting.length === 0 ? (
        <EmptyState
          icon="bag"
          text="没有等着来取的。"
          hint="有人下单,这里就能看到,可以先备好货。"
        />
      ) : (
        <Card flush>
          {waiting.map((order) => (
            <ShopOrderLine key={order.orderId} order={order} />
          ))}
        </Card>
      )}
      {today.length > 0 && (
        <>
          <SectionHead title="今天办完的" extra={`${today.length} 单`} />
          <Card flush>
            {today.map((order) => (
              <ShopOrderLine key={order.orderId} order={order} />
            ))}
          </Card>
        </>
      )}
    </>
  );
}
