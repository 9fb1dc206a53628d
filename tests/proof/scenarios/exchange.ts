import { exchange } from '../../../src/contracts';
import { headOpenid, testShopId } from '../../support/town';
import type { Scenarios } from './scenario';

const resident = { openid: headOpenid(1, 8) };
const keeper = { openid: headOpenid(1, 13) };
const shopId = testShopId;

export const exchangeScenarios: Scenarios = {
  'list-shops': () => ({ as: 'nobody', input: { villageId: 'v01' } }),
  'list-goods': () => ({ as: 'nobody', input: { shopId } }),
  'place-order': () => ({
    as: resident,
    input: { shopId, lines: [{ goodsId: 'soap', count: 2 }], points: 10 },
    otherInput: { shopId, lines: [{ goodsId: 'soap', count: 1 }], points: 5 },
  }),
  async 'cancel-order'(town) {
    const input = { orderId: await town.order(8) };
    return { as: resident, input, otherInput: { orderId: await town.order(8) } };
  },
  async 'list-orders'(town) {
    await town.order(8);
    return { as: resident, input: {} };
  },
  'read-order': async (town) => ({ as: resident, input: { orderId: await town.order(8) } }),
  'issue-pickup-code': async (town) => ({
    as: resident,
    input: { orderId: await town.order(8) },
  }),
  async 'open-pickup'(town) {
    const codes = [];
    for (const orderId of [await town.order(8), await town.order(8)]) {
      codes.push(await town.head(8).must(exchange.issuePickupCode, { orderId }));
    }
    const [first, second] = codes;
    return {
      as: keeper,
      input: { code: first?.code },
      otherInput: { code: second?.code },
    };
  },
  async 'hand-over'(town) {
    const orderIds = [await town.order(8), await town.order(8)];
    for (const orderId of orderIds) await town.scan(orderId);
    const [orderId, other] = orderIds;
    return { as: keeper, input: { orderId }, otherInput: { orderId: other } };
  },
  async 'cancel-for-shop'(town) {
    const input = { orderId: await town.order(8), reason: '这一批香皂受潮了' };
    return { as: keeper, input, otherInput: { ...input, reason: '货还没有送到' } };
  },
  async 'list-shop-orders'(town) {
    await town.order(8);
    return { as: keeper, input: { shopId } };
  },
  'read-stock': () => ({ as: keeper, input: { shopId } }),
  'move-stock': () => ({
    as: keeper,
    input: { shopId, goodsId: 'soap', change: 5, reason: 'bought-in' },
    otherInput: { shopId, goodsId: 'soap', change: -1, reason: 'damaged' },
  }),
  'offer-goods'() {
    const goods = { name: '毛巾', unit: '条', points: 8, costFen: 800, kind: 'goods' };
    const input = { shopId, goodsId: 'towel', ...goods, safetyStock: 2 };
    return { as: keeper, input, otherInput: { ...input, points: 9, costFen: 900 } };
  },
};
