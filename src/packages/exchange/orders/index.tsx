import { actingAs, useSession } from '../../../client/session';
import { usePages } from '../../../client/use-pages';
import { Card } from '../../../components/card';
import { EmptyState } from '../../../components/empty-state';
import { Growing } from '../../../components/growing';
import { Loaded } from '../../../components/loaded';
import { MoreButton } from '../../../components/more-button';
import { Page } from '../../../components/page';
import { SectionHead } from '../../../components/section-head';
import { listOrders } from '../../../contracts/exchange';
import { groupOrders } from '../group-orders';
import { OrderLine } from '../order-line';

/** About a screen of lines. */
const ordersAtOnce = 8;

function Orders() {
  const pages = usePages({
    contract: listOrders,
    first: {},
    rowsOf: (value) => value.orders,
    keyOf: (order) => order.orderId,
    after: (order) => ({ after: order.orderId }),
    moving: true,
  });
  return (
    <Loaded
      call={pages.first}
      lines={4}
      isEmpty={(value) => value.orders.length === 0}
      empty={<EmptyState icon="bag" text="您家还没有换过东西。" hint="在“超市”里选好,点“下单”。" />}
    >
      {() => (
        <>
          <Growing
            groups={groupOrders(pages.rows).map(({ state, title, orders }) => ({
              key: state,
              rows: orders,
              frame: (lines) => (
                <>
                  <SectionHead title={title} extra={`${orders.length} 单`} />
                  <Card flush>{lines}</Card>
                </>
              ),
            }))}
            keyOf={({ orderId }) => orderId}
            atOnce={ordersAtOnce}
            lined
          >
            {(order) => <OrderLine order={order} />}
          </Growing>
          <MoreButton pages={pages} label="看更早的" />
        </>
      )}
    </Loaded>
  );
}

export default function OrdersPage() {
  const joined = useSession((session) => actingAs(session) !== null);
  return (
    <Page title="我家的兑换单">
      {joined ? (
        <Orders />
      ) : (
        <EmptyState
          icon="house"
          text="加入本村后,这里能看到您家换的东西。"
          hint="扫村口的码就能加入。"
        />
      )}
    </Page>
  );
}
