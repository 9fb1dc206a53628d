import path from 'node:path';
import { openTestCloud, type TestCloud } from '../support/test-cloud';
import { openWeapp, type Weapp } from './harness';
import { eventually } from './harness/weapp';

/** Whoever reads large type: four ways on, one tap each, and back again. */

const dist = path.resolve(__dirname, '../../dist/weapp');
const storyTimeoutMs = 300_000;

let cloud: TestCloud;
let phone: Weapp;

beforeAll(async () => {
  cloud = await openTestCloud({ history: true });
}, storyTimeoutMs);

afterEach(async () => {
  expect(await phone.errors()).toEqual([]);
  await phone.close();
});

afterAll(() => cloud.stop());

const open = async (openid: string) => {
  phone = await openWeapp({ dist, backendUrl: cloud.url, openid, storage: { elder: true } });
};
const tap = (name: string) => phone.tap(phone.byRole('button', { name }));

test(
  'from the first page every button leads to what it says, and back to the first page',
  async () => {
    await open(cloud.cast.resident.openid);
    await phone.waitFor('看公示');
    await tap('看公示');
    await phone.waitForPage('packages/work/notice/index');
    await phone.waitFor('公示中 3 条');
    expect(await phone.text()).toContain('笔笔对得上');
    await phone.back();
    await phone.waitForPage('pages/board/index');
    for (const [name, page] of [
      ['我的积分', 'pages/points/index'],
      ['去超市换', 'pages/shop/index'],
      ['要办什么事', 'pages/lists/index'],
    ] as const) {
      await tap(name);
      await phone.waitForPage(page);
      await phone.tab('公开');
      await phone.waitForPage('pages/board/index');
    }
    await tap('换回普通字');
    await phone.waitFor('公示中 3 条');
    expect(await phone.text()).not.toContain('看公示');
    await tap('换成大字');
    await phone.waitFor('看公示');
  },
  storyTimeoutMs,
);

test(
  'what waits for a cadre is said on the first page, and leads to where it lies',
  async () => {
    await open(cloud.cast.secondCadre.openid);
    await phone.waitFor('等您办的');
    await eventually(async () => expect(await phone.asking()).toBe(0));
    expect(await phone.text()).toMatch(/等您办的 \d+ 件.*现场记分.*看公示/s);
    await phone.tap(phone.byRole('button', { name: '等您办的', exact: false }));
    await phone.waitForPage('pages/me/index');
    await phone.waitFor('今天');
  },
  storyTimeoutMs,
);
