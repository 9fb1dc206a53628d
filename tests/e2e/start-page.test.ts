import type { BrowserContext, Frame, FrameLocator, Locator, Page } from 'playwright-core';
import type { Listening } from '../../config/run/start/listen';
import { startPhones } from '../../config/run/start/start-phones';
import { exchange, points } from '../../src/contracts';
import { openBrowser } from '../support/browser';
import { distH5 } from '../support/screens';
import { openTestCloud, type TestCloud } from '../support/test-cloud';

const stepTimeoutMs = 240_000;
const waitMs = 60_000;
const firstPort = 27_300;
const dayMs = 86_400_000;
const smallLaptop = { width: 1366, height: 768 };

let cloud: TestCloud;
let phones: Listening;
let context: BrowserContext;
let page: Page;
let closeBrowser: () => Promise<void>;
const errors: string[] = [];

async function openStartPage(): Promise<void> {
  const browser = await openBrowser();
  closeBrowser = () => browser.close();
  context = await browser.newContext({ viewport: smallLaptop, locale: 'zh-CN' });
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

const urlOf = (index: number) =>
  new URL(phones.url.replace(/\d+$/, String(phones.port + 1 + index))).origin;

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
});

type Box = { x: number; y: number; width: number; height: number };

async function boxOf(locator: Locator): Promise<Box> {
  const box = await locator.boundingBox();
  if (!box) throw new Error('not on the page');
  return box;
}

/** How much of it lies outside the window, in pixels. */
function outside({ x, y, width, height }: Box, window: { width: number; height: number }): number {
  return Math.max(-x, -y, x + width - window.width, y + height - window.height, 0);
}

step('the phones are whole on the screens of usual computers, the scan tray too', async () => {
  for (const window of [smallLaptop, { width: 1280, height: 720 }, { width: 1920, height: 1080 }]) {
    await page.setViewportSize(window);
    const size = await page.evaluate(async () => {
      // The page fits its phones when a frame is drawn, not before.
      for (const _ of [1, 2]) await new Promise(requestAnimationFrame);
      const { scrollWidth, scrollHeight } = document.documentElement;
      return { width: scrollWidth, height: scrollHeight };
    });
    expect(size).toEqual(window);
    for (const index of [0, 1, 2]) {
      const screen = page.frames().find((frame) => frame.url().startsWith(urlOf(index)));
      const inner = await screen?.evaluate(() => [innerWidth, innerHeight]);
      expect(inner?.[0]).toBe(360);
      expect(inner?.[1]).toBeGreaterThanOrEqual(640);
      expect(outside(await boxOf(section(index).locator('.frame')), window)).toBe(0);
      const tabs = phone(index).locator('.tab-bar').filter({ visible: true });
      expect(outside(await boxOf(tabs), window)).toBe(0);
      await section(index).getByRole('button', { name: '微信扫一扫' }).click();
      await section(index).locator('.tray').waitFor();
      expect(outside(await boxOf(section(index).locator('.tray')), window)).toBe(0);
      await section(index).getByRole('button', { name: '不扫了' }).click();
    }
  }
  await page.setViewportSize(smallLaptop);
});

step('in a small window the page scrolls and everything can be reached', async () => {
  for (const window of [
    { width: 1024, height: 600 },
    { width: 390, height: 800 },
  ]) {
    await page.setViewportSize(window);
    const scan = section(2).getByRole('button', { name: '微信扫一扫' });
    await scan.click();
    await section(2).locator('.tray').waitFor();
    await page.waitForFunction(() => {
      const box = document.querySelectorAll('.tray')[2]?.getBoundingClientRect();
      return box && box.top >= 0 && box.bottom <= innerHeight && box.right <= innerWidth;
    });
    await section(2).getByRole('button', { name: '不扫了' }).click();
  }
  await page.setViewportSize(smallLaptop);
});

step('people stand by village and job, and who is waited for is marked', async () => {
  const groups = await section(0)
    .locator('optgroup')
    .evaluateAll((all) => all.map((each) => (each as HTMLOptGroupElement).label));
  expect(groups).toEqual([cloud.cast.cadre.villageName, '镇里']);
  const labels = await section(0).locator('option').allTextContents();
  const jobs = labels.map((label) => label.split(' ')[0] ?? '');
  const wanted = ['居民', '村干部', '评议员', '监委会', '超市管理员', '第二位镇管理员', '镇管理员'];
  expect([...new Set(jobs)]).toEqual(wanted);
  expect(jobs).toEqual([...jobs].sort((a, b) => wanted.indexOf(a) - wanted.indexOf(b)));
  const members = labels.filter((label) => label.startsWith('评议员'));
  const numbers = members.map((label) => Number(/(\d+)号户/.exec(label)?.[1]));
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  await page.locator('#turn', { hasText: /村干部 \d+号户 .\*:有 2 条等核对/ }).waitFor();
});

/** Of the people in the list, those marked as drawn for a panel. */
async function markedAsDrawn(): Promise<string[]> {
  const drawn = section(0).locator('option', { hasText: '被抽中,有 1 条等评议' });
  const all = await drawn.evaluateAll((options) =>
    options.map((option) => (option as HTMLOptionElement).value),
  );
  return all.sort();
}

async function reallyDrawn(): Promise<string[]> {
  const found: string[] = [];
  for (const { openid } of cloud.cast.panelMembers) {
    const { records } = await cloud.client
      .as(openid)
      .must(points.listRecords, { view: 'to-review' });
    if (records.length > 0) found.push(openid);
  }
  return found.sort();
}

step('who was drawn for a panel the next morning is marked', async () => {
  expect(await markedAsDrawn()).toEqual([]);
  await section(1).locator('select').selectOption(cloud.cast.secondCadre.openid);
  // The phone of the one before has a button of that name too.
  await see(1, cloud.cast.secondCadre.name);
  await press(1, /^评议与公示/);
  await phone(1).getByRole('button', { name: /号户/ }).filter({ visible: true }).first().click();
  await press(1, '同意');
  await phone(1).getByRole('dialog').getByRole('button', { name: '同意', exact: true }).click();
  await see(1, '等抽签');
  // Drawn for on the next morning, when every village has been sealed.
  await page.getByRole('button', { name: '过一天' }).click();
  await page.getByText('日子过去了').waitFor();
  await page.locator('#turn', { hasText: '被抽中,有 1 条等评议' }).waitFor();
  const marked = await markedAsDrawn();
  expect(marked).toHaveLength(5);
  expect(marked).toEqual(await reallyDrawn());
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
    await phone(0).getByRole('tab', { name: '超市' }).filter({ visible: true }).click();
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

const shownDay = (index: number) =>
  phone(index)
    .locator('body')
    .evaluate(() => new Date().toDateString());

step('five days pass with one click: points are posted, and the phones show it', async () => {
  const resident = cloud.client.as(cloud.cast.resident.openid);
  const before = await resident.must(points.readAccount, {});
  expect(before.pending.map(({ state }) => state)).toContain('on-notice');
  const startMs = await cloud.client.nowMs();
  const today = await page.locator('#today').textContent();
  await section(0).locator('select').selectOption(cloud.cast.notYetJoined.openid);
  await section(0).locator('select').selectOption(cloud.cast.resident.openid);
  await see(0, '公示中');
  // A form that is half filled in while days pass.
  await section(1).locator('select').selectOption(cloud.cast.secondCadre.openid);
  await press(1, /^现场记分/);
  await phone(1).getByRole('textbox').filter({ visible: true }).first().fill('17');
  await page.getByRole('button', { name: '过五天' }).click();
  await page.getByText('日子过去了').waitFor();
  await see(0, new RegExp(`^${before.spendable + 5}$`));
  expect(await page.locator('#today').textContent()).not.toBe(today);
  expect(await cloud.client.nowMs()).toBeGreaterThanOrEqual(startMs + 5 * dayMs);
  const after = await resident.must(points.readAccount, {});
  expect(after.spendable).toBe(before.spendable + 5);
  const cloudDay = new Date(await cloud.client.nowMs()).toDateString();
  for (const index of [0, 1, 2]) expect(await shownDay(index)).toBe(cloudDay);
  expect(await phone(1).getByRole('textbox').filter({ visible: true }).first().inputValue()).toBe(
    '17',
  );
  expect(await page.getByText('下拉').count()).toBe(0);
});

step('a phone that is opened later begins on the day of the cloud', async () => {
  await section(2).locator('select').selectOption(cloud.cast.townAdministrator.openid);
  await see(2, '我的');
  const cloudDay = new Date(await cloud.client.nowMs()).toDateString();
  expect(await shownDay(2)).toBe(cloudDay);
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
