import { View } from '@tarojs/components';
import { openPage } from '../../client/open-page';
import { usePages } from '../../client/use-pages';
import { Card } from '../../components/card';
import { ErrorNote } from '../../components/error-state';
import { Line } from '../../components/line';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { listShopOrders } from '../../contracts/exchange';
import { FindOrder } from './find-order';
import './home-in.scss';
import { ScanButton } from './scan-button';
import { openScanned } from './shop-order-line';
import { countOfWaiting, ShopOrders } from './shop-orders';
import { TypedCode } from './typed-code';
import { useScan } from './use-scan';

const openStock = () => openPage('/packages/keeper/stock/index');

/** Behind the counter: how the day goes, the scan, what waits. */
export function HomeIn({ shopId, mayServe }: { shopId: string; mayServe: boolean }) {
  const orders = usePages({
    contract: listShopOrders,
    first: { shopId },
    rowsOf: ({ waiting }) => waiting,
    keyOf: ({ orderId }) => orderId,
    after: (_, { next }) => ({ shopId, ...(next !== null && { after: next }) }),
    moving: true,
  });
  const { scan, busy, error } = useScan(openScanned);
  const { value } = orders.first;
  return (
    <Page title={value?.shopName ?? '核销'}>
      <View className="keeper-day">
        {value ? `今天 ${value.handedOverToday} 单 · 待取 ${countOfWaiting(orders)}` : '今天'}
      </View>
      <View>
        <ErrorNote error={error} />
      </View>
      <View>{mayServe && <ScanButton busy={busy} onTap={scan} />}</View>
      <TypedCode />
      <Loaded call={orders.first} lines={3}>
        {(shown) => (
          <>
            <View>{mayServe && <FindOrder waiting={orders} />}</View>
            <ShopOrders value={shown} pages={orders} mayServe={mayServe} />
            <Card flush>
              <Line icon="list" title="进货与盘点" note="货架上还有多少" onTap={openStock} />
            </Card>
          </>
        )}
      </Loaded>
    </Page>
  );
}
