import { openOrder } from '../../client/open-order';
import { goodsInWords, type Order, orderTones } from '../../components/order-look';
import { PointsNumber } from '../../components/points-number';
import { StandingLine } from '../../components/standing-line';
import { StateTag } from '../../components/state-tag';

/** One order in the list. */
export function OrderLine({ order }: { order: Order }) {
  return (
    <StandingLine
      title={goodsInWords(order.lines)}
      points={<PointsNumber points={order.points} />}
      state={<StateTag tone={orderTones[order.state]} word={order.stateLabel} />}
      aside={order.shopName}
      next={order.next}
      step={order.state === 'placed' ? '出示取货码' : undefined}
      onTap={() => openOrder(order.orderId)}
    />
  );
}
