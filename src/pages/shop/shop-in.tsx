import { View } from '@tarojs/components';
import { openPage } from '../../client/open-page';
import { actingAs, useSession } from '../../client/session';
import { useCall } from '../../client/use-call';
import { Card } from '../../components/card';
import { ErrorNote } from '../../components/error-state';
import { Line } from '../../components/line';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { listGoods, listOrders } from '../../contracts/exchange';
import { readAccount } from '../../contracts/ledger';
import { mostKinds, totalOf } from './basket';
import { BasketBar } from './basket-bar';
import { OpenOrdersLine } from './open-orders-line';
import { PlaceSheet } from './place-sheet';
import { PurseCard } from './purse-card';
import { Shelf } from './shelf';
import { ShopHead } from './shop-head';
import { usePlacing } from './use-placing';

const join = {
  label: '加入本村',
  onTap: () => openPage('/packages/join/index'),
};

type Props = { shopId: string; onSwitch: (() => void) | null };

/** One shop: the purse, what is to be fetched, the shelf, the basket. */
export function ShopIn({ shopId, onSwitch }: Props) {
  const { state, waitingJoin, ...session } = useSession();
  const me = actingAs(session);
  const goods = useCall(listGoods, { shopId });
  const account = useCall(readAccount, me && {});
  const orders = useCall(listOrders, me && {});
  const reload = () => {
    for (const each of [goods, account, orders]) each.reload();
  };
  const placing = usePlacing({ shopId, shelf: goods.value?.goods ?? [], reload });
  const { lines } = placing;
  const spendable = account.value?.spendable ?? null;
  const served = me !== null && (goods.value?.shop.villageNames.includes(me.villageName) ?? false);
  const purse =
    served && spendable !== null
      ? { spendable, total: totalOf(lines), full: lines.length >= mostKinds }
      : null;
  const order = purse && lines.length > 0 ? { label: '下单', onTap: placing.open } : undefined;
  const mayJoin = me === null && state === 'ready' && !waitingJoin;
  return (
    <Page
      tab="pages/shop/index"
      title="超市"
      primary={mayJoin ? join : order}
      bottom={order && purse && <BasketBar lines={lines} spendable={purse.spendable} />}
    >
      {/* What comes and goes here has a place of its own: the shelf is not sent again. */}
      <View>
        {account.value && <PurseCard account={account.value} />}
        {goods.value && !account.value && <ErrorNote error={account.error} />}
        {orders.value && <OpenOrdersLine orders={orders.value.orders} />}
        {goods.state === 'failed' && onSwitch && (
          <Card flush>
            <Line icon="bag" title="看别的超市" onTap={onSwitch} />
          </Card>
        )}
      </View>
      <Loaded call={goods} lines={5}>
        {(value) => (
          <>
            <ShopHead shop={value.shop} onSwitch={onSwitch} />
            {me && !served && (
              <Card tone="blue">
                这家店给{value.shop.villageNames.join('、')}的人换。您村的人请换一家。
              </Card>
            )}
            <Shelf
              goods={value.goods}
              basket={placing.basket}
              purse={purse}
              onChange={placing.change}
            />
            <View>
              <PlaceSheet
                lines={placing.asked}
                shop={value.shop}
                busy={placing.busy}
                error={placing.error}
                onConfirm={placing.place}
                onClose={placing.close}
              />
            </View>
          </>
        )}
      </Loaded>
    </Page>
  );
}
