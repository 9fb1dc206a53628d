import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { openPage } from '../../../client/open-page';
import { type ActingFor, placesOf, useSession } from '../../../client/session';
import { useCall } from '../../../client/use-call';
import { useCommand } from '../../../client/use-command';
import { Card } from '../../../components/card';
import { ErrorNote } from '../../../components/error-state';
import { Line } from '../../../components/line';
import { Loaded } from '../../../components/loaded';
import { goodsInWords } from '../../../components/order-look';
import { Page } from '../../../components/page';
import { PointsNumber } from '../../../components/points-number';
import { SectionHead } from '../../../components/section-head';
import { listOrders, openPickupByCard } from '../../../contracts/exchange';
import { readAccount } from '../../../contracts/ledger';
import { readProxy } from '../../../contracts/proxy';
import { PinForm } from '../pin-form';

const go = (url: string) => () => openPage(url);
const toShop = () => Taro.switchTab({ url: '/pages/shop/index' });
const toPoints = () => Taro.switchTab({ url: '/pages/points/index' });

/** What may be done now, each on its own page; all of them show whom it is for. */
function Ways() {
  return (
    <Card flush>
      <Line icon="plus" title="申报好事" onTap={go('/packages/record/declare/index')} />
      <Line icon="bag" title="换东西" onTap={toShop} />
      <Line icon="list" title="兑换单" onTap={go('/packages/exchange/orders/index')} />
      <Line
        icon="notice"
        title="提异议"
        note="在公示里点那一条"
        onTap={go('/packages/work/notice/index')}
      />
      <Line
        icon="warning"
        title="先别让人换东西"
        note="怕有人乱用这一户的分,在积分里停用"
        onTap={toPoints}
      />
    </Card>
  );
}

/** At the counter: the card stands for the code on a phone. */
function ToFetch({ proxy }: { proxy: ActingFor }) {
  const roles = useSession((session) => session.roles);
  const shopIds = placesOf(roles, 'keeper').map(({ place }) => place);
  const orders = useCall(listOrders, shopIds.length > 0 ? {} : null);
  const { run, error } = useCommand(openPickupByCard);
  const waiting = (orders.value?.orders ?? []).filter(
    ({ state, shopId }) => state === 'placed' && shopIds.includes(shopId),
  );
  const open = async (orderId: string) => {
    const answer = await run({ orderId, proxyId: proxy.proxyId });
    if (answer.ok) openPage(`/packages/keeper/pickup/index?orderId=${orderId}&scanned=yes`);
  };
  if (waiting.length === 0) return null;
  return (
    <>
      <SectionHead title="在本店等着取的" extra={`${waiting.length} 单`} />
      <ErrorNote error={error} />
      <Card flush>
        {waiting.map((order) => (
          <Line
            key={order.orderId}
            icon="scan"
            title={goodsInWords(order.lines)}
            note="凭卡交货"
            extra={<PointsNumber points={order.points} />}
            onTap={() => open(order.orderId)}
          />
        ))}
      </Card>
    </>
  );
}

/** While it lasts: what the household has, and what can be done for it. */
export function Running({ proxy }: { proxy: ActingFor }) {
  const visit = useCall(readProxy, { proxyId: proxy.proxyId });
  const account = useCall(readAccount, {});
  return (
    <Page title="代办">
      <Loaded call={account} lines={2}>
        {({ spendable, honour }) => (
          <Card>
            <View>{proxy.householdNumber}号户 能换东西的分</View>
            <PointsNumber points={spendable} />
            <View>荣誉分 {honour}</View>
          </Card>
        )}
      </Loaded>
      <View>
        <ToFetch proxy={proxy} />
      </View>
      <Ways />
      <View>{visit.value?.maySetPin && <PinForm label="给这一户定密码" />}</View>
    </Page>
  );
}
