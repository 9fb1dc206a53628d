import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { useCall } from '../../client/use-call';
import { Loaded } from '../../components/loaded';
import { goodsInWords, type OpenedOrder, type Order, offers } from '../../components/order-look';
import { Page } from '../../components/page';
import { WholeScreen } from '../../components/whole-screen';
import { readOrder } from '../../contracts/exchange';
import { CancelOrder } from './cancel-order';
import { OrderFacts } from './order-facts';
import { PickupCard } from './pickup-card';
import { ShopPlace } from './shop-place';
import { useShown } from './use-shown';

/** The shop's scan is to be seen here without a tap. */
const lookAgainEveryMs = 3_000;

/** Sees an order go from waiting to handed over while this page is open. */
function useHandedOverHere(order: Order | null) {
  const [waited, setWaited] = useState(false);
  const [seen, setSeen] = useState(false);
  const state = order?.state;
  useEffect(() => {
    if (state === 'placed') setWaited(true);
  }, [state]);
  return { show: waited && !seen && state === 'handed-over', leave: () => setSeen(true) };
}

type OpenProps = { order: OpenedOrder; onScreen: boolean; onChanged: () => void };

function OpenOrder({ order, onScreen, onChanged }: OpenProps) {
  return (
    <>
      <PickupCard order={order} onScreen={onScreen} />
      <OrderFacts order={order} />
      <ShopPlace order={order} />
      {offers(order, 'cancel-order') && <CancelOrder order={order} onChanged={onChanged} />}
    </>
  );
}

/** One order of one's own household: its code while it waits, how it ended afterwards. */
export function OrderPage({ orderId }: { orderId: string }) {
  const asked = useCall(readOrder, { orderId });
  const { value, reload } = asked;
  const shown = useShown();
  const handedOver = useHandedOverHere(value);
  const waiting = value?.state === 'placed';
  useEffect(() => {
    if (!waiting || !shown) return;
    const looking = setInterval(reload, lookAgainEveryMs);
    return () => clearInterval(looking);
  }, [waiting, shown, reload]);

  const toShop = () => Taro.switchTab({ url: '/pages/shop/index' });
  const ended = value !== null && !waiting;
  return (
    <Page title="兑换单" primary={ended ? { label: '再去看看', onTap: toShop } : undefined}>
      <Loaded call={asked} lines={4}>
        {(order) =>
          order.state === 'placed' ? (
            <OpenOrder order={order} onScreen={shown} onChanged={reload} />
          ) : (
            <OrderFacts order={order} />
          )
        }
      </Loaded>
      {value && handedOver.show && (
        <WholeScreen title="已取到" leaveLabel="知道了" onLeave={handedOver.leave}>
          <View>{goodsInWords(value.lines)}</View>
          <View>用了 {value.points} 分</View>
        </WholeScreen>
      )}
    </Page>
  );
}
