import { View } from '@tarojs/components';
import { Card } from '../../components/card';
import { OrderLines } from '../../components/order-lines';
import { type OpenedOrder, offers, orderTones } from '../../components/order-look';
import { StateTag } from '../../components/state-tag';
import { calledBy } from '../../domain/kernel/names';
import './pickup-facts.scss';

/** Who, what, how many points: what the keeper compares with what lies on the counter. */
export function PickupFacts({ order, scanned }: { order: OpenedOrder; scanned: boolean }) {
  const { state, stateLabel, householdNumber, householdName, lines, next } = order;
  const toScan = offers(order, 'open-pickup') ? '对方来了,先扫手机上的取货码。' : `${next}。`;
  const hint = scanned ? '码是对的。货交到手,再点“交货”。' : toScan;
  return (
    <Card>
      <View className="pickup-facts-head">
        <View className="pickup-facts-household">{calledBy(householdNumber, householdName)}</View>
        <StateTag tone={orderTones[state]} word={stateLabel} />
      </View>
      <View className="pickup-facts-goods">
        <OrderLines lines={lines} />
      </View>
      <View className="pickup-facts-note">{state === 'placed' ? hint : `${next}。`}</View>
    </Card>
  );
}
