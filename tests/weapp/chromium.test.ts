import path from 'node:path';
import type { Browser } from 'playwright-core';
import { drawnPhoto } from '../../config/run/seed/photo';
import { exchange, points } from '../../src/contracts';
import { openBrowser } from '../support/browser';
import { openTestCloud, type TestCloud } from '../support/test-cloud';
import { type BrowserWeapp, openWeappInBrowser } from './harness/browser';
import { tapEnabled } from './harness/tap-enabled';

const dist = path.resolve(__dirname, '../../dist/weapp');
const storyTimeoutMs = 120_000;
/** The base library splits what is larger, and the page stutters (WeChat: setData 性能). */
const largestSetDataBytes = 32 * 1024;

let cloud: TestCloud;
let browser: Browser;

beforeAll(async () => {
  [cloud, browser] = await Promise.all([openTestCloud({ history: true }), openBrowser()]);
}, storyTimeoutMs);

let phone: BrowserWeapp;

afterEach(async () => {
  expect(await phone.errors()).toEqual([]);
  await phone.close();
});

afterAll(() => Promise.all([browser.close(), cloud.stop()]));

async function fitsTheScreen(): Promise<void> {
  const widest = await phone.browserPage.evaluate(() => {
    const pages = [...document.querySelectorAll('.weapp-page')];
    return Math.max(...pages.map((page) => page.scrollWidth));
  });
  expect(widest).toBeLessThanOrEqual(360);
}

/** What one step cost the bridge between the mini-program's two threads. */
async function tellSetData(step: string): Promise<void> {
  const { calls, bytes, largestBytes } = await phone.setDataStats();
  await phone.resetSetDataStats();
  process.stderr.write(
    `setData ${step}: ${calls} calls, ${bytes} bytes, largest ${largestBytes} bytes\n`,
  );
  expect(largestBytes).toBeLessThan(largestSetDataBytes);
}

const open = (openid: string) =>
  openWeappInBrowser(browser, { dist, backendUrl: cloud.url, openid });

test(
  'the resident declares with a photo and orders, by real touches on a 360 px screen',
  async () => {
    phone = await open(cloud.cast.resident.openid);
    const { byRole } = phone;
    await phone.waitFor('公示中 3 条');
    await fitsTheScreen();
    await tellSetData('board');

    await phone.tab('积分');
    await phone.waitFor('已入账');
    await fitsTheScreen();
    await tellSetData('points');
    await phone.tap(byRole('button', { name: '记一件好事' }));
    await phone.tap(byRole('button', { name: '植树治沙', exact: false, nth: 0 }));
    // Somebody reads what is left before they take the photo.
    await phone.waitFor('没入账的也算');
    await phone.chooseImage(drawnPhoto(1));
    await phone.tap(byRole('button', { name: '拍照' }));
    await tapEnabled(phone, '申报 5 分');
    await phone.waitForPage('packages/record/detail/index');
    await phone.waitFor('等核对');
    await fitsTheScreen();
    await tellSetData('declare');

    await phone.back();
    await phone.tab('超市');
    await phone.waitFor('电压力锅');
    await tellSetData('shop');
    await phone.tap(byRole('button', { name: '换1块香皂' }));
    await tellSetData('basket');
    await phone.tap(byRole('button', { name: '下单' }));
    await phone.waitFor('就换这些?');
    await tapEnabled(phone, '下单', 0);
    await phone.waitForPage('packages/exchange/order/index');
    await phone.waitFor(byRole('img', { name: '17号户的取货码' }));
    await fitsTheScreen();
    await tellSetData('order');

    await phone.back();
    await phone.tab('清单');
    await phone.waitFor('常办');
    await tellSetData('lists');
    await phone.tap(byRole('button', { name: '低保申请', exact: false, nth: 0 }));
    await phone.waitForPage('packages/matters/matter/index');
    await phone.waitFor('操作流程');
    await fitsTheScreen();
    await tellSetData('matter');
  },
  storyTimeoutMs,
);

test(
  'the keeper scans and hands over by real touches',
  async () => {
    const resident = cloud.client.as(cloud.cast.resident.openid);
    const { orders } = await resident.must(exchange.listOrders, {});
    const orderId = orders.find(({ state }) => state === 'placed')?.orderId ?? '';
    const { code } = await resident.must(exchange.issuePickupCode, { orderId });
    phone = await open(cloud.cast.keeper.openid);
    await phone.tab('我的');
    await phone.tap(phone.byRole('button', { name: '核销', exact: false }));
    await phone.scan(code);
    await phone.tap(phone.byRole('button', { name: '扫码' }));
    await phone.waitFor('码是对的');
    await fitsTheScreen();
    await tapEnabled(phone, '交货');
    await phone.waitFor('已交给 17号户');
    await fitsTheScreen();
    await tellSetData('hand over');
    expect(await resident.must(points.readAccount, {})).toMatchObject({ held: 0 });
  },
  storyTimeoutMs,
);
