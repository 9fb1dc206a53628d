import { View } from '@tarojs/components';
import { useState } from 'react';
import { goBack, replacePage } from '../../client/open-page';
import { useCall } from '../../client/use-call';
import { useCommand } from '../../client/use-command';
import { ErrorNote } from '../../components/error-state';
import { Loaded } from '../../components/loaded';
import { goodsInWords, offers } from '../../components/order-look';
import { Page } from '../../components/page';
import { WholeScreen } from '../../components/whole-screen';
import { handOver, readOrder } from '../../contracts/exchange';
import { CannotServe } from './cannot-serve';
import { PickupFacts } from './pickup-facts';
import { TypedCode } from './typed-code';
import { useScan } from './use-scan';

/** Back to the counter for the next one; opened by a code, there is nothing to go back to. */
const leave = () => goBack(() => replacePage('/packages/keeper/home/index'));

type Props = { orderId: string; scanned: boolean; onScanned: (orderId: string) => void };

/** Goods, points and household in one screen; after the scan one tap hands over. */
export function PickupPage({ orderId, scanned, onScanned }: Props) {
  // As the shop, also where the keeper acts for the household.
  const order = useCall(readOrder, { orderId, proxyId: undefined });
  const handing = useCommand(handOver);
  const [given, setGiven] = useState<number | null>(null);
  const [scanEnded, endScan] = useState(false);
  const scanning = useScan((id) => {
    endScan(false);
    handing.clearError();
    onScanned(id);
  });
  const mayHandOver = scanned && !scanEnded;

  const give = async () => {
    const answer = await handing.run({ orderId });
    if (answer.ok) {
      setGiven(answer.value.householdNumber);
      return;
    }
    if (answer.error.code === 'scan-first') endScan(true);
    order.reload();
  };
  const steps = mayHandOver
    ? { label: '交货', onTap: give, busy: handing.busy }
    : { label: '扫取货码', onTap: scanning.scan, busy: scanning.busy };
  const waits = order.value?.state === 'placed';
  const over = order.value !== null && !waits;
  return (
    <Page
      title="交货"
      primary={waits ? steps : over ? { label: '回到柜台', onTap: leave } : undefined}
      bottom={waits && <ErrorNote error={handing.error ?? scanning.error} />}
    >
      <Loaded call={order} lines={3}>
        {(value) => (
          <>
            <PickupFacts order={value} scanned={mayHandOver} />
            {offers(value, 'cancel-for-shop') && (
              <CannotServe order={value} onChanged={order.reload} />
            )}
          </>
        )}
      </Loaded>
      <TypedCode />
      {given !== null && (
        <WholeScreen title={`已交给 ${given}号户`} leaveLabel="下一位" onLeave={leave}>
          {order.value && (
            <>
              <View>{goodsInWords(order.value.lines)}</View>
              <View>{order.value.points} 分</View>
            </>
          )}
        </WholeScreen>
      )}
    </Page>
  );
}
