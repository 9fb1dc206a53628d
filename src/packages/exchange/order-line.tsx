import { View } from '@tarojs/components';
import { openOrder } from '../../client/open-order';
import { goodsInWords, type Order, orderTones } from '../../components/order-look';
import { PointsNumber } from '../../components/points-number';
import { StateTag } from '../../components/state-tag';
import { Tap } from '../../components/tap';
import './order-line.scss';

/** One order in the list: what, how many points, where it stands and what comes next. */
export function OrderLine({ order }: { order: Order }) {
  return (
    <Tap className="order-line" onTap={() => openOrder(order.orderId)}>
      <View className="order-line-head">
        <View className="order-line-goods">{goodsInWords(order.lines)}</View>
        <PointsNumber points={order.points} />
      </View>
      <View className="order-line-foot">
        <StateTag tone={orderTones[order.state]} word={order.stateLabel} />
        <View className="order-line-shop">{order.shopName}</View>
      </View>
      <View className="order-line-next">{order.next}</View>
      {order.state === 'placed' && <View className="order-line-code">出示取货码</View>}
    </Tap>
  );
}
