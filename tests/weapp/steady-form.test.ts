import path from 'node:path';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../support/browser';
import { openTestCloud, type TestCloud } from '../support/test-cloud';
import { openWeappInBrowser } from './harness/browser';

/** What arrives late must not move the form under a finger: at 360 px, in both sizes of type. */

const dist = path.resolve(__dirname, '../../dist/weapp');
const storyTimeoutMs = 120_000;

let cloud: TestCloud;
let browser: Browser;

beforeAll(async () => {
  [cloud, browser] = await Promise.all([openTestCloud({ history: true }), openBrowser()]);
}, storyTimeoutMs);

afterAll(() => Promise.all([browser.close(), cloud.stop()]));

/** The shortest sentence about what is left, and the longest of the catalogue. */
const items = ['植树治沙', '抵制高价彩礼、婚丧简办'];

const cases = [false, true].flatMap((elder) => items.map((item) => [item, elder] as const));

test.each(cases)(
  'declaring %s, in large type %s: nothing moves when what is left arrives',
  async (item, elder) => {
    const phone = await openWeappInBrowser(browser, {
      dist,
      backendUrl: cloud.url,
      openid: cloud.cast.resident.openid,
      storage: { elder },
      launch: { path: 'packages/record/declare/index' },
    });
    try {
      let arrive = () => {};
      const arrived = new Promise<void>((resolve) => {
        arrive = resolve;
      });
      await phone.browserPage.route('**/backend', async (route) => {
        if (route.request().postData()?.includes('read-allowance')) await arrived;
        await route.continue();
      });
      await phone.tap(phone.byRole('button', { name: '做了什么', exact: false, nth: 0 }));
      await phone.waitForPage('packages/find/index');
      await phone.input(phone.byCss('[aria-label="做了什么"]'), item);
      await phone.tap(phone.byRole('button', { name: item, exact: false, nth: 0 }));
      await phone.waitFor('正在看分怎么落');
      const before = (await phone.one(phone.byText('哪天做的'))).rect;
      arrive();
      await phone.waitFor('没入账的也算');
      const after = (await phone.one(phone.byText('哪天做的'))).rect;
      expect(before.height).toBeGreaterThan(0);
      expect(after.y).toBeCloseTo(before.y, 0);
    } finally {
      await phone.close();
    }
  },
  storyTimeoutMs,
);
