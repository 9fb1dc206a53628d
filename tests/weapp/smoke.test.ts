import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../support/browser';
import { openWeapp } from './harness';
import { openWeappInBrowser } from './harness/browser';
import { writeFixture } from './harness/fixture';
import type { AppSettings } from './harness/types';
import { eventually } from './harness/weapp';

const dist = path.resolve(__dirname, '../../dist/weapp');
const app = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8')) as AppSettings;
const tabs = app.tabBar?.list ?? [];

test('the WeChat build has the five tabs and opens each without a network', async () => {
  expect(tabs.map((tab) => tab.text)).toEqual(['公开', '积分', '超市', '清单', '我的']);
  const phone = await openWeapp({ dist, openid: 'someone' });
  await phone.online(false);
  for (const tab of tabs) {
    await phone.tab(tab.text);
    await phone.waitForPage(tab.pagePath);
    await eventually(async () => expect(await phone.text()).not.toBe(''));
  }
  expect(await phone.errors()).toEqual([]);
  await phone.close();
});

test('the WeChat build gives aria roles and labels to its templates', () => {
  const templates = readFileSync(path.join(dist, 'base.wxml'), 'utf8');
  for (const tag of ['view', 'text', 'image', 'button', 'input']) {
    expect(templates).toMatch(new RegExp(`<${tag} [^>]*aria-role="{{[^>]*aria-label="{{`));
  }
});

describe('in Chromium', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(() => browser.close());

  test('the WeChat build is laid out within a 360 px screen', async () => {
    const phone = await openWeappInBrowser(browser, { dist, openid: 'someone' });
    for (const tab of tabs) {
      await phone.tab(tab.text);
      await phone.waitForPage(tab.pagePath);
      const widest = await phone.browserPage.evaluate(() => document.documentElement.scrollWidth);
      expect(widest).toBeLessThanOrEqual(360);
    }
    expect((await phone.browserPage.screenshot()).length).toBeGreaterThan(1000);
    expect(await phone.errors()).toEqual([]);
    await phone.close();
  });

  test('touches, styles in rpx and page styles work as on a phone', async () => {
    const phone = await openWeappInBrowser(browser, { dist: writeFixture(), openid: 'someone' });
    const { byRole, byText, byPlaceholder } = phone;
    const link = await phone.one(byRole('link', { name: '详情' }));
    expect(link.rect.width).toBeCloseTo(190, 0); // half of 360 px, and the page's own 10 px
    expect(link.rect.height).toBeCloseTo((80 * 360) / 750, 0);
    await phone.input(byPlaceholder('姓名'), '张三');
    await phone.waitFor('你好,张三');
    await phone.tap(byText('加一'));
    await phone.waitFor('数到 1');
    await phone.tap(byRole('link', { name: '详情' }));
    await phone.waitFor('第 7 号');
    expect(await phone.errors()).toEqual([]);
    await phone.close();
  });
});
