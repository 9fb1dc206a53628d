import type { Page } from 'playwright-core';
import { exchange } from '../../../src/contracts';
import { button, scan, see, tap, type } from './drive';
import type { Facts, Screen } from './screen';

const resident = ({ cast }: Facts) => cast.resident.openid;
const keeper = ({ cast }: Facts) => cast.keeper.openid;
const at = (path: string) => () => path;
const shopPage = at('pages/shop/index');
const counterPage = at('packages/keeper/home/index');

async function fillBasket(page: Page): Promise<void> {
  await tap(page, '换1块香皂');
  await tap(page, '换1份盐2袋');
  await see(page, '选了 2 样');
}

/** The resident's phone shows a fresh code; the keeper's reads it. */
async function scanPickup(page: Page, facts: Facts): Promise<void> {
  const { client, cast, openOrder } = facts;
  const shows = client.as(cast.resident.openid);
  const { code } = await shows.must(exchange.issuePickupCode, { orderId: openOrder });
  await tap(page, '扫码');
  await scan(page, code);
  await see(page, '码是对的');
}

const residentSide: Screen[] = [
  { name: 'shop-visitor', who: () => 'sample-passer-by', path: shopPage },
  { name: 'shop', who: resident, path: shopPage },
  { name: 'shop-basket', who: resident, path: shopPage, act: fillBasket },
  {
    name: 'shop-place',
    who: resident,
    path: shopPage,
    act: async (page) => {
      await fillBasket(page);
      await tap(page, '下单');
      await see(page, '就换这些');
    },
  },
  { name: 'orders', who: resident, path: at('packages/exchange/orders/index') },
  {
    name: 'order',
    who: resident,
    path: ({ openOrder }) => `packages/exchange/order/index?orderId=${openOrder}`,
  },
  {
    name: 'order-cancel',
    who: resident,
    path: ({ openOrder }) => `packages/exchange/order/index?orderId=${openOrder}`,
    act: (page) => tap(page, '不换了'),
  },
  {
    name: 'order-done',
    who: resident,
    path: ({ doneOrder }) => `packages/exchange/order/index?orderId=${doneOrder}`,
  },
];

const keeperSide: Screen[] = [
  { name: 'me-keeper', who: keeper, path: at('pages/me/index') },
  { name: 'keeper', who: keeper, path: counterPage },
  {
    name: 'keeper-wrong-code',
    who: keeper,
    path: counterPage,
    act: async (page) => {
      await tap(page, '扫码');
      await scan(page, 'JF1.no-code-of-ours');
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    name: 'pickup-not-scanned',
    who: keeper,
    path: ({ openOrder }) => `packages/keeper/pickup/index?orderId=${openOrder}`,
  },
  {
    name: 'pickup-cannot',
    who: keeper,
    path: ({ openOrder }) => `packages/keeper/pickup/index?orderId=${openOrder}`,
    act: async (page) => {
      await tap(page, '货交不了,退分');
      await see(page, '原因他家看得到');
    },
  },
  { name: 'pickup', who: keeper, path: counterPage, act: scanPickup },
  { name: 'keeper-stock', who: keeper, path: at('packages/keeper/stock/index') },
  {
    name: 'keeper-stock-move',
    who: keeper,
    path: at('packages/keeper/stock/index'),
    act: async (page) => {
      await button(page, /^香皂/).tap();
      await type(page, '进了多少(块)', '20');
    },
  },
  {
    // Last of its kind: the order is gone afterwards.
    name: 'pickup-done',
    who: keeper,
    path: counterPage,
    act: async (page, facts) => {
      await scanPickup(page, facts);
      await tap(page, '交货');
      await see(page, '已交给');
    },
  },
];

/** The shop from both sides of its counter. */
export const shopScreens: readonly Screen[] = [...residentSide, ...keeperSide];
