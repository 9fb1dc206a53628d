import type { BrowserContext, Frame, FrameLocator, Page } from 'playwright-core';
import type { Listening } from '../../config/run/start/listen';
import { startPhones } from '../../config/run/start/start-phones';
import { exchange, points } from '../../src/contracts';
import { openBrowser } from '../support/browser';
import { distH5 } from '../support/screens';
import { openTestCloud, type TestCloud } from '../support/test-cloud';

const stepTimeoutMs = 120_000;
const waitMs = 20_000;
const firstPort = 27_300;
const dayMs = 86_400_000;

let cloud: TestCloud;
let phones: Listening;
let context: BrowserContext;
let page: Page;
let closeBrowser: () => Promise<void>;
const errors: string[] = [];

async function openStartPage(): Promise<void> {
  const browser = await openBrowser();
  closeBrowser = () => browser.close();
  context = await browser.newContext({ viewport: { width: 1300, height: 980 }, locale: 'zh-CN' });
  context.setDefaultTimeout(waitMs);
  page = await context.newPage();
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(phones.url);
}

beforeAll(async () => {
  cloud = await openTestCloud({ history: true });
  phones = await startPhones({
    cloudUrl: cloud.url,
    client: cloud.client,
    cast: cloud.cast,
    shopId: cloud.shopId,
    distH5,
    port: firstPort,
    onBusy: () => undefined,
  });
  await openStartPage();
}, stepTimeoutMs);

afterAll(async () => {
  await closeBrowser();
  await phones.stop();
  await cloud.stop();
});

afterEach(() => expect(errors).toEqual([]));

const step = (name: string, work: () => Promise<void>) => test(name, work, stepTimeoutMs);
const section = (index: number) => page.locator('.phone').nth(index);
const phone = (index: number): FrameLocator => section(index).frameLocator('iframe');

const see = (index: number, words: string | RegExp) =>
  phone(index).getByText(words).filter({ visible: true }).first().waitFor();

const press = (index: number, name: string | RegExp) =>
  phone(index).getByRole('button', { name, exact: true }).filter({ visible: true }).last().click();

async function widestOf(frame: Frame): Promise<number> {
  return frame.evaluate(() => document.documentElement.scrollWidth);
}

step('three phones open, each an app at an origin of its own, for its own person', async () => {
  await see(0, '兑换分');
  await see(1, '现场记分');
  await see(2, '核销');
  const frames = page.frames().filter((frame) => frame !== page.mainFrame());
  expect(new Set(frames.map((frame) => new URL(frame.url()).origin)).size).toBe(3);
  for (const frame of frames) expect(await widestOf(frame)).toBeLessThanOrEqual(360);
  expect(await widestOf(page.mainFrame())).toBeLessThanOrEqual(1300);
});

step('a phone changes hands: another person sees their own things', async () => {
  const { openid, name } = cloud.cast.secondCadre;
  await section(1).locator('select').selectOption(openid);
  await see(1, name);
  await press(1, /^评议与公示/);
  await see(1, '等核对');
});

step(
  'the keeper scans the code on the resident’s screen with a click, and hands over',
  async () => {
    await phone(0).locator('.taro-tabbar__tabbar, .weui-tabbar').getByText('超市').click();
    await press(0, '换1块香皂');
    await press(0, '下单');
    await phone(0).getByRole('dialog').getByRole('button', { name: '下单', exact: true }).click();
    await phone(0).getByRole('img', { name: '17号户的取货码' }).waitFor();

    await press(2, /^核销/);
    await press(2, '扫码');
    await section(2).getByRole('button', { name: '对着旁边的手机:17号户的取货码' }).click();
    await see(2, '码是对的');
    await press(2, '交货');
    await see(2, '已交给');
    await see(0, '已取到');
    const resident = cloud.client.as(cloud.cast.resident.openid);
    const { orders } = await resident.must(exchange.listOrders, {});
    expect(orders.map(({ state }) => state)).toEqual(['handed-over', 'handed-over']);
  },
);

step('five days pass with one click: the notice closes and its points are posted', async () => {
  const resident = cloud.client.as(cloud.cast.resident.openid);
  const before = await resident.must(points.readAccount, {});
  expect(before.pending.map(({ state }) => state)).toContain('on-notice');
  const startMs = await cloud.client.nowMs();
  const today = await page.locator('#today').textContent();
  await page.getByRole('button', { name: '过五天' }).click();
  await page.getByText('日子过去了').waitFor();
  expect(await page.locator('#today').textContent()).not.toBe(today);
  expect(await cloud.client.nowMs()).toBeGreaterThanOrEqual(startMs + 5 * dayMs);
  const after = await resident.must(points.readAccount, {});
  expect(after.spendable).toBe(before.spendable + 5);
});

step('a code on the wall opens the app at what it stands for', async () => {
  await section(1).getByRole('button', { name: '微信扫一扫' }).click();
  await section(1).getByRole('button', { name: '积分超市门上的码' }).click();
  await see(1, '示例三嘎查积分超市');
  await section(1).getByRole('button', { name: '微信扫一扫' }).click();
  await section(1)
    .getByRole('button', { name: /^墙上的/ })
    .click();
  await see(1, '操作流程');
});
