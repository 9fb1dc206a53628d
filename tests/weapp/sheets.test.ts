import path from 'node:path';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../support/browser';
import { openTestCloud, type TestCloud } from '../support/test-cloud';
import { type BrowserWeapp, openWeappInBrowser } from './harness/browser';
import type { WeappOptions } from './harness/weapp';

/** Sheets under a real finger: they scroll, the page beneath does not, the buttons are in reach. */

const dist = path.resolve(__dirname, '../../dist/weapp');
const storyTimeoutMs = 120_000;
/** A small old phone. */
const small = { width: 360, height: 600 };

let cloud: TestCloud;
let browser: Browser;
let phone: BrowserWeapp;

beforeAll(async () => {
  [cloud, browser] = await Promise.all([openTestCloud({ history: true }), openBrowser()]);
}, storyTimeoutMs);

afterEach(async () => {
  expect(await phone.errors()).toEqual([]);
  await phone.close();
});

afterAll(() => Promise.all([browser.close(), cloud.stop()]));

async function open(openid: string, options: Partial<WeappOptions> = {}): Promise<void> {
  const common = { dist, backendUrl: cloud.url, openid, viewport: small };
  phone = await openWeappInBrowser(browser, { ...common, storage: { elder: true }, ...options });
}

const scrolled = (selector: string) =>
  phone.browserPage.evaluate(
    (wanted) => document.querySelector(`.weapp-page:not([hidden]) ${wanted}`)?.scrollTop ?? null,
    selector,
  );
const pageScrolled = () =>
  phone.browserPage.evaluate(
    () => document.querySelector('.weapp-page:not([hidden])')?.scrollTop ?? null,
  );
const moves = async (read: () => Promise<number | null>) => {
  for (let left = 50; left > 0 && !(await read()); left -= 1) {
    await phone.browserPage.waitForTimeout(20);
  }
  return read();
};

test(
  'the long list of villages scrolls under a finger, the board beneath it stays',
  async () => {
    await open(cloud.cast.resident.openid);
    await phone.waitFor('公示中 3 条');
    await phone.drag(phone.byText('公示中', { exact: false, nth: 0 }), -120);
    expect(await moves(pageScrolled)).toBeGreaterThan(50);
    await phone.tap(phone.byRole('button', { name: '换一个嘎查村', exact: false }));
    await phone.waitFor('示例二嘎查');
    const before = await pageScrolled();
    await phone.drag(phone.byText('扫村口的码'), -120);
    expect(await moves(() => scrolled('.sheet-body'))).toBeGreaterThan(50);
    await phone.drag(phone.byText('看哪个嘎查村'), -120);
    await phone.drag(phone.byCss('.sheet-body'), 400);
    await phone.browserPage.waitForTimeout(300);
    await phone.drag(phone.byCss('.sheet-body'), 120);
    await phone.browserPage.waitForTimeout(300);
    expect(await pageScrolled()).toBe(before);
  },
  storyTimeoutMs,
);

test(
  'in large type on a small phone the buttons of a long question are on the screen',
  async () => {
    await open(cloud.cast.keeper.openid, { launch: { path: 'packages/keeper/stock/index' } });
    await phone.tap(phone.byRole('button', { name: '香皂', exact: false, nth: 0 }));
    await phone.waitFor('备注(可以不写)');
    await phone.browserPage.waitForTimeout(400);
    for (const name of ['先不', '记下']) {
      const { rect } = await phone.one(phone.byRole('button', { name }));
      expect(rect.height).toBeGreaterThanOrEqual(44);
      expect(rect.y + rect.height).toBeLessThanOrEqual(small.height);
    }
    await phone.drag(phone.byText('进货'), -200);
    expect(await moves(() => scrolled('.sheet-body'))).toBeGreaterThan(20);
    const close = await phone.one(phone.byRole('button', { name: '关上' }));
    expect(close.rect.y).toBeGreaterThan(44);
  },
  storyTimeoutMs,
);
