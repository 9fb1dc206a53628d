import { View } from '@tarojs/components';
import { openPage } from '../../client/open-page';
import { Line } from '../../components/line';
import { goodsInWords, type Order, orderTones } from '../../components/order-look';
import { PointsNumber } from '../../components/points-number';
import { StateTag } from '../../components/state-tag';
import { calledBy } from '../../domain/kernel/names';

const pickupPage = '/packages/keeper/pickup/index';

export function openFromList(orderId: string): void {
  openPage(`${pickupPage}?orderId=${orderId}`);
}

/** After the scan: the goods may be handed over at once. */
export function openScanned(orderId: string): void {
  openPage(`${pickupPage}?orderId=${orderId}&scanned=yes`);
}

/** One order in the shop's list: whose, what, and until when or how it ended. */
export function ShopOrderLine({ order, mayServe }: { order: Order; mayServe: boolean }) {
  const waits = order.state === 'placed';
  return (
    <Line
      title={calledBy(order.householdNumber, order.householdName)}
      note={
        <>
          <View>{goodsInWords(order.lines)}</View>
          {!waits && <StateTag tone={orderTones[order.state]} word={order.stateLabel} />}
          <View>{order.next}</View>
        </>
      }
      extra={<PointsNumber points={order.points} />}
      onTap={mayServe ? () => openFromList(order.orderId) : undefined}
    />
  );
}
