import type { Pages } from '../../client/use-pages';
import { Card } from '../../components/card';
import { EmptyState } from '../../components/empty-state';
import { Growing, type RowGroup } from '../../components/growing';
import { MoreButton } from '../../components/more-button';
import type { Order } from '../../components/order-look';
import { SectionHead } from '../../components/section-head';
import type { ValueOf } from '../../contracts/contract';
import type { listShopOrders } from '../../contracts/exchange';
import { ShopOrderLine } from './shop-order-line';

/** About a screen of lines. */
const ordersAtOnce = 6;

type Value = ValueOf<typeof listShopOrders>;
type Waiting = Pages<Value, Order>;

/** How many wait, as far as that is known: `50 多` while there are more behind those read. */
export function countOfWaiting({ rows, more }: Waiting): string {
  return more ? `${rows.length} 多` : `${rows.length}`;
}

function groupsOf({ today, endedToday }: Value, waiting: Waiting): RowGroup<Order>[] {
  const nothing = (
    <EmptyState icon="bag" text="没有等着来取的。" hint="有人下单,这里就能看到,可以先备好货。" />
  );
  return [
    {
      key: 'waiting',
      rows: waiting.rows,
      frame: (lines) => (
        <>
          <SectionHead title="等着来取" extra={`${countOfWaiting(waiting)} 单`} />
          {waiting.rows.length === 0 ? nothing : <Card flush>{lines}</Card>}
          <MoreButton pages={waiting} label="看后面下的单" />
        </>
      ),
    },
    {
      key: 'today',
      rows: today,
      frame: (lines) =>
        today.length > 0 && (
          <>
            <SectionHead
              title="今天办完的"
              extra={endedToday > today.length ? `最近 ${today.length} 单` : `${endedToday} 单`}
            />
            <Card flush>{lines}</Card>
          </>
        ),
    },
  ];
}

type Props = { value: Value; pages: Waiting; mayServe: boolean };

/** What waits for its household, and what ended today. */
export function ShopOrders({ value, pages, mayServe }: Props) {
  const groups = groupsOf(value, pages);
  return (
    <Growing groups={groups} keyOf={({ orderId }) => orderId} atOnce={ordersAtOnce} lined>
      {(order) => <ShopOrderLine order={order} mayServe={mayServe} />}
    </Growing>
  );
}
