import path from 'node:path';
import { exchange } from '../../src/contracts';
import { openTestCloud, type TestCloud } from '../support/test-cloud';
import { openWeapp, type Weapp } from './harness';
import { tapEnabled } from './harness/tap-enabled';

const dist = path.resolve(__dirname, '../../dist/weapp');
const storyTimeoutMs = 120_000;

let cloud: TestCloud;
let phone: Weapp;

beforeAll(async () => {
  cloud = await openTestCloud({ history: true });
}, storyTimeoutMs);

afterAll(() => cloud.stop());

beforeEach(async () => {
  const { openid } = cloud.cast.keeper;
  phone = await openWeapp({ dist, backendUrl: cloud.url, openid });
  await phone.tab('我的');
  const counter = phone.byRole('button', { name: '核销', exact: false });
  // It is there once the offices have arrived, which takes long on a busy machine.
  await phone.waitFor(counter, { timeoutMs: 40_000 });
  await phone.tap(counter);
  await phone.waitForPage('packages/keeper/home/index');
  await phone.waitFor('等着来取');
}, storyTimeoutMs);

afterEach(async () => {
  expect(await phone.errors()).toEqual([]);
  await phone.close();
});

const resident = () => cloud.client.as(cloud.cast.resident.openid);

let orderId: string;
beforeAll(async () => {
  const lines = [{ goodsId: 'soap', count: 1 }];
  const order = { shopId: cloud.shopId, lines, points: 5 };
  const placed = await resident().must(exchange.placeOrder, order);
  orderId = placed.orderId;
}, storyTimeoutMs);

async function shownCode(): Promise<string> {
  return (await resident().must(exchange.issuePickupCode, { orderId })).code;
}

const stateOf = async () => (await resident().must(exchange.readOrder, { orderId })).state;

test(
  'a code that has ended is refused and says what to do; nothing is handed over',
  async () => {
    const code = await shownCode();
    await cloud.client.advance(61_000);
    await phone.scan(code);
    await phone.tap(phone.byRole('button', { name: '扫码' }));
    const { text } = await phone.one(phone.byRole('alert'));
    expect(text).toMatch(/取货码/);
    expect(text).not.toMatch(/[a-z]/);
    expect((await phone.page()).path).toBe('packages/keeper/home/index');
    expect(await stateOf()).toBe('placed');
  },
  storyTimeoutMs,
);

test(
  'from the list, without a scan, goods cannot be handed over',
  async () => {
    await phone.tap(phone.byRole('button', { name: '17号户', exact: false }));
    await phone.waitForPage('packages/keeper/pickup/index');
    await phone.waitFor('先扫手机上的取货码');
    expect(await phone.find(phone.byRole('button', { name: '交货' }))).toEqual([]);
    await phone.scan(null);
    await phone.tap(phone.byRole('button', { name: '扫取货码' }));
    expect(await stateOf()).toBe('placed');
  },
  storyTimeoutMs,
);

test(
  'where the scanner does not work, the text of the code opens the order',
  async () => {
    const code = await shownCode();
    await phone.letFail('scanCode', { message: '' });
    await phone.tap(phone.byRole('button', { name: '扫码' }));
    await phone.waitFor('这台设备扫不了码');
    await phone.input(phone.byCss('[aria-label="码上的文字"]'), code);
    await tapEnabled(phone, '就用这个');
    await phone.waitFor('码是对的');
    expect(await stateOf()).toBe('placed');
  },
  storyTimeoutMs,
);

test(
  'two taps: scan, hand over; the same code opens nothing a second time',
  async () => {
    const code = await shownCode();
    await phone.scan(code);
    await phone.tap(phone.byRole('button', { name: '扫码' }));
    await phone.waitFor('码是对的');
    await tapEnabled(phone, '交货');
    await phone.waitFor('已交给 17号户');
    expect(await stateOf()).toBe('handed-over');

    await phone.tap(phone.byRole('button', { name: '下一位' }));
    await phone.waitForPage('packages/keeper/home/index');
    await phone.waitFor('今天 1 单 · 待取 0');
    await phone.scan(code);
    await phone.tap(phone.byRole('button', { name: '扫码' }));
    await phone.waitFor(phone.byRole('alert'));
    expect((await phone.page()).path).toBe('packages/keeper/home/index');
  },
  storyTimeoutMs,
);
