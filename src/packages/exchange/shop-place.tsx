import { useCall } from '../../client/use-call';
import { Card } from '../../components/card';
import { Line } from '../../components/line';
import { lastDayToFetch, type Order } from '../../components/order-look';
import { listGoods } from '../../contracts/exchange';

/** Where to fetch it, when the shop is open, and until which day. */
export function ShopPlace({ order }: { order: Order }) {
  const goods = useCall(listGoods, { shopId: order.shopId });
  const shop = goods.value?.shop;
  return (
    <Card flush>
      <Line icon="pin" title={order.shopName} note={shop?.address} />
      {shop && <Line icon="clock" title={`开门 ${shop.hours}`} />}
      <Line icon="bag" title={`${lastDayToFetch(order)}前取`} note="过期自动退分" />
    </Card>
  );
}
