import { View } from '@tarojs/components';
import { Card } from '../../components/card';
import { StateTag } from '../../components/state-tag';
import { OrderLines } from '../../pages/shop/order-lines';
import { type Order, orderTones } from '../../pages/shop/order-look';
import './order-facts.scss';

/** Where an order stands, what comes next, and what is in it. */
export function OrderFacts({ order }: { order: Order }) {
  return (
    <Card>
      <View className="order-facts-state">
        <StateTag tone={orderTones[order.state]} word={order.stateLabel} />
        <View className="order-facts-next">{order.next}</View>
      </View>
      <OrderLines lines={order.lines} />
    </Card>
  );
}
