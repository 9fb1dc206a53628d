import path from 'node:path';
import type { Browser } from 'playwright-core';
import { type people, points } from '../../src/contracts';
import type { ValueOf } from '../../src/contracts/contract';
import { dayOf } from '../../src/domain/kernel/time';
import { openBrowser } from '../support/browser';
import { openTestCloud, type TestCloud } from '../support/test-cloud';
import type { Locator } from './harness';
import { type BrowserWeapp, openWeappInBrowser } from './harness/browser';
import { tapEnabled } from './harness/tap-enabled';
import { eventually } from './harness/weapp';

/** Sheets under a real finger: they scroll, the page beneath does not, the buttons are in reach. */

const dist = path.resolve(__dirname, '../../dist/weapp');
const storyTimeoutMs = 120_000;
/** A small old phone. */
const small = { width: 360, height: 520 };
/** WeChat's own, above the page. */
const barHeight = 44;
const smallestTarget = 44;

let cloud: TestCloud;
let browser: Browser;
let phone: BrowserWeapp;

beforeAll(async () => {
  [cloud, browser] = await Promise.all([openTestCloud({ history: true }), openBrowser()]);
  const day = dayOf(await cloud.client.nowMs());
  const deed = { itemId: 'errand-for-neighbour', day, photos: [] };
  await cloud.client.as(cloud.cast.resident.openid).must(points.declareDeed, deed);
}, storyTimeoutMs);

afterEach(async () => {
  expect(await phone.errors()).toEqual([]);
  await phone.close();
});

afterAll(() => Promise.all([browser?.close(), cloud?.stop()]));

async function open(openid: string, elder: boolean, launch?: { path: string }): Promise<void> {
  const common = { dist, backendUrl: cloud.url, viewport: small, storage: { elder } };
  phone = await openWeappInBrowser(browser, { ...common, openid, ...(launch && { launch }) });
}

const lastVillage = '名字很长的第10嘎查';
const tenVillages: ValueOf<typeof people.listVillages> = {
  founded: true,
  villages: Array.from({ length: 10 }, (_, index) => ({
    villageId: `v${index + 1}`,
    name: `名字很长的第${index + 1}嘎查`,
    townName: '示例镇',
    sample: true,
  })),
};

/** To found nine more of them takes a minute. */
async function answerTenVillages(): Promise<void> {
  await phone.browserPage.route('**/backend', async (route) => {
    if (!route.request().postData()?.includes('list-villages')) return route.continue();
    const text = JSON.stringify({ ok: true, value: tenVillages, requestId: 'request' });
    await route.fulfill({ json: { status: 200, text } });
  });
}

const shown = '.weapp-page:not([hidden])';
const scrollTop = (selector: string) =>
  phone.browserPage.evaluate((at) => document.querySelector(at)?.scrollTop ?? 0, selector);

/** Where it stands once nothing moves any more. */
async function atRest(selector: string): Promise<number> {
  return eventually(async () => {
    const before = await scrollTop(selector);
    await phone.browserPage.waitForTimeout(100);
    expect(await scrollTop(selector)).toBe(before);
    return before;
  });
}

const pageAt = () => atRest(shown);
const sheetAt = () => atRest(`${shown} .sheet-body`);
const body = () => phone.byCss('.sheet-body');

async function bottomOf(locator: Locator): Promise<number> {
  const { rect } = await phone.one(locator);
  return rect.y + rect.height;
}

/** Draws the sheet until it goes no further: up (less than 0) to its end, down to its head. */
async function dragOn(by: number): Promise<void> {
  for (let before = -1, now = await sheetAt(); now !== before; ) {
    before = now;
    await phone.drag(body(), by);
    now = await sheetAt();
  }
}

const types: [string, boolean][] = [
  ['ordinary', false],
  ['large', true],
];

test.each(types)(
  'in %s type the long list of villages is drawn to its end, the page beneath it stays',
  async (_type, elder) => {
    await open(cloud.cast.resident.openid, elder);
    const onPage = elder ? '看公示' : '公示中 3 条';
    await phone.waitFor(onPage);
    await phone.drag(phone.byText(onPage), -120);
    expect(await pageAt()).toBeGreaterThan(50);
    await answerTenVillages();
    await phone.tap(phone.byRole('button', { name: '换一个嘎查村', exact: false }));
    const last = phone.byRole('button', { name: lastVillage, exact: false });
    await phone.one(last);
    const beneath = await pageAt();
    expect(await bottomOf(last)).toBeGreaterThan(small.height);

    await phone.drag(phone.byText('看哪个嘎查村'), -120);
    await dragOn(-150);
    expect(await sheetAt()).toBeGreaterThan(50);
    expect(await bottomOf(last)).toBeLessThanOrEqual(await bottomOf(body()));
    await dragOn(150);
    expect(await sheetAt()).toBe(0);
    expect(await pageAt()).toBe(beneath);
    // The tabs lie under the sheet, where no finger reaches them.
    const atFoot = await phone.browserPage.evaluate(
      ([x = 0, y = 0]) => {
        const met = document.elementFromPoint(x, y);
        return [met?.closest('.sheet-layer') !== null, met?.closest('.tab') !== null];
      },
      [small.width * 0.3, small.height - 10],
    );
    expect(atFoot).toEqual([true, false]);
  },
  storyTimeoutMs,
);

test.each(types)(
  'in %s type a long question is read to its end, its buttons and its cross on the screen',
  async (_type, elder) => {
    await open(cloud.cast.cadre.openid, elder, { path: 'packages/work/queue/index' });
    await phone.tap(phone.byRole('button', { name: '邻里代办', exact: false, nth: 0 }));
    await tapEnabled(phone, '不同意');
    await phone.waitFor('为什么不同意');
    await phone.browserPage.waitForTimeout(400);
    await dragOn(-150);
    const field = phone.byCss('[aria-label="原因"]');
    expect(await bottomOf(field)).toBeLessThanOrEqual(await bottomOf(body()));
    for (const name of ['先不', '不同意']) {
      const { rect } = await phone.one(phone.byRole('button', { name, nth: 0 }));
      expect(rect.height).toBeGreaterThanOrEqual(smallestTarget);
      expect(rect.y + rect.height).toBeLessThanOrEqual(small.height);
    }
    const { rect } = await phone.one(phone.byRole('button', { name: '关上' }));
    expect(rect.y).toBeGreaterThanOrEqual(barHeight);
    // Large type has more to read than a small phone can show at once.
    if (elder) expect(await sheetAt()).toBeGreaterThan(20);
  },
  storyTimeoutMs,
);
