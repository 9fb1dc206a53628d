import { View } from '@tarojs/components';
import { Card } from '../../components/card';
import { OrderLines } from '../../components/order-lines';
import { type Order, orderTones } from '../../components/order-look';
import { StateTag } from '../../components/state-tag';
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
