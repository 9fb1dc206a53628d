import { useCall } from '../../client/use-call';
import { Card } from '../../components/card';
import { Line } from '../../components/line';
import { listGoods } from '../../contracts/exchange';
import { lastDay } from '../../pages/shop/open-orders-line';
import type { Order } from '../../pages/shop/order-look';

/** Where to fetch it, when the shop is open, and until which day. */
export function ShopPlace({ order }: { order: Order }) {
  const goods = useCall(listGoods, { shopId: order.shopId });
  const shop = goods.value?.shop;
  return (
    <Card flush>
      <Line icon="pin" title={order.shopName} note={shop?.address} />
      {shop && <Line icon="clock" title={`开门 ${shop.hours}`} />}
      <Line icon="bag" title={`${lastDay(order.expiresAtMs)}前取`} note="过期自动退分" />
    </Card>
  );
}
