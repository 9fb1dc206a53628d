import path from 'node:path';
import { drawnPhoto } from '../../config/run/seed/photo';
import { points } from '../../src/contracts';
import { openTestCloud, type TestCloud } from '../support/test-cloud';
import { openWeapp, type Weapp } from './harness';
import { tapEnabled } from './harness/tap-enabled';
import { eventually } from './harness/weapp';

/** Away and back: the camera, a call, another app, a newer release. */

const dist = path.resolve(__dirname, '../../dist/weapp');
const storyTimeoutMs = 300_000;

let cloud: TestCloud;
let phone: Weapp;

beforeAll(async () => {
  cloud = await openTestCloud({ history: true });
}, storyTimeoutMs);

beforeEach(async () => {
  phone = await openWeapp({ dist, backendUrl: cloud.url, openid: cloud.cast.resident.openid });
  await phone.waitFor('公示');
});

afterEach(async () => {
  expect(await phone.errors()).toEqual([]);
  await phone.close();
});

afterAll(() => cloud.stop());

const button = (name: string) => phone.byRole('button', { name, exact: false, nth: 0 });
/** An answer may be there before one looks a second time. */
const asks = async () => {
  for (let looks = 0; looks < 5_000 && (await phone.asking()) === 0; looks += 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(await phone.asking()).toBeGreaterThan(0);
};
const one = (name: string) => phone.byRole('button', { name });
const offered = async () => (await phone.text()).includes('有新版本');
const called = async (name: string) =>
  (await phone.deviceCalls()).filter(({ api }) => api === name);
const quiet = () => eventually(async () => expect(await phone.asking()).toBe(0));

async function chooseDeed(name: string): Promise<void> {
  await phone.tab('积分');
  await phone.tap(button('记一件好事'));
  await phone.tap(button(name));
}

async function declareWithPhoto(): Promise<void> {
  await chooseDeed('植树治沙');
  await phone.chooseImage(drawnPhoto(1));
  await phone.tap(button('拍照'));
  await phone.waitFor(phone.byRole('button', { name: '看第1张照片' }));
  await phone.waitFor('分:荣誉分');
}

const imagesOf = (html: string) => html.match(/src="[^"]*"/g) ?? [];

test(
  'back from looking at a photo nothing is drawn and nothing is loaded anew',
  async () => {
    await declareWithPhoto();
    await tapEnabled(phone, '申报 5 分');
    await phone.waitForPage('packages/record/detail/index');
    await phone.waitFor('等核对');
    await quiet();
    const before = await phone.html();
    expect(imagesOf(before).some((source) => source.includes('/storage/download/'))).toBe(true);
    await cloud.client.advance(5_000);
    await phone.resetSetDataStats();
    await phone.tap(phone.byRole('button', { name: '看第1张照片' }));
    await eventually(async () => expect(await called('previewImage')).toHaveLength(1));
    await quiet();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(imagesOf(await phone.html())).toEqual(imagesOf(before));
    expect((await phone.setDataStats()).calls).toBe(0);
  },
  storyTimeoutMs,
);

test(
  'what WeChat cut off in the background is sent once the app is shown again',
  async () => {
    const resident = cloud.client.as(cloud.cast.resident.openid);
    const mine = async () => (await resident.must(points.readAccount, {})).pending.length;
    const before = await mine();
    await chooseDeed('邻里代办');
    await phone.waitFor('分:荣誉分');
    await quiet();
    await phone.tap(button('申报 2 分'));
    await asks();
    await phone.hide(30);
    await phone.show();
    // Where it goes when no answer came.
    await phone.waitForPage('packages/record/outbox/index');
    await phone.waitFor('传上去了');
    expect(await mine()).toBe(before + 1);
    await phone.back();
    await phone.tab('我的');
    await phone.waitFor('我家的户码');
    expect(await phone.text()).not.toContain('没上传');
  },
  storyTimeoutMs,
);

test(
  'nothing asked before the background stays unanswered after it',
  async () => {
    await quiet();
    await phone.tab('清单');
    await asks();
    await phone.hide(30);
    await phone.show();
    await phone.waitFor('常办');
    await quiet();
    await phone.pullDown();
    await asks();
    await phone.hide(30);
    await phone.show();
    await eventually(async () => expect((await phone.page()).refreshing).toBe(false));
    await quiet();
    expect(await phone.text()).not.toMatch(/连不上网|没有回音/);
  },
  storyTimeoutMs,
);

test(
  'a newer release is offered on a tab, never over a form or a basket, and applied by a tap',
  async () => {
    await chooseDeed('邻里代办');
    await phone.waitFor('分:荣誉分');
    await phone.updateReady();
    expect(await offered()).toBe(false);
    await phone.back();
    await phone.waitFor('小程序有新版本');
    await phone.tap(phone.byText('以后再说'));
    await phone.tab('清单');
    expect(await offered()).toBe(false);

    await phone.tab('超市');
    await phone.tap(one('换1块香皂'));
    await phone.waitFor(one('少1块香皂'));
    await phone.updateReady();
    await phone.tab('我的');
    await quiet();
    expect(await offered()).toBe(false);
    await phone.tab('超市');
    await phone.tap(one('少1块香皂'));
    await phone.waitFor(one('换1块香皂'));
    await phone.tab('我的');
    await phone.waitFor('小程序有新版本');
    expect(await called('applyUpdate')).toEqual([]);
    await phone.tap(phone.byText('现在换'));
    await eventually(async () => expect(await called('applyUpdate')).toHaveLength(1));
  },
  storyTimeoutMs,
);

test(
  'what is chosen just as the newer release is offered is not lost by saying yes',
  async () => {
    await phone.tab('超市');
    await phone.waitFor(one('换1块香皂'));
    await phone.updateReady();
    await phone.waitFor('小程序有新版本');
    // Tapped before the question, drawn after it.
    await phone.tap(one('换1块香皂'));
    await phone.waitFor(one('少1块香皂'));
    await phone.tap(phone.byText('现在换'));
    await phone.waitFor('先办完手上的');
    expect(await called('applyUpdate')).toEqual([]);
    expect(await phone.find(one('少1块香皂'))).toHaveLength(1);
    await phone.tap(one('少1块香皂'));
    await phone.waitFor(one('换1块香皂'));
    await phone.tab('我的');
    await phone.waitFor('小程序有新版本');
    await phone.tap(phone.byText('现在换'));
    await eventually(async () => expect(await called('applyUpdate')).toHaveLength(1));
  },
  storyTimeoutMs,
);

test(
  'however often somebody chooses and scans where they join, no page stands on its like',
  async () => {
    await phone.close();
    phone = await openWeapp({ dist, backendUrl: cloud.url, openid: 'chooses-and-chooses' });
    await phone.openAgain({ path: 'packages/join/index', query: { villageId: cloud.villageId } });
    for (let times = 0; times < 12; times += 1) {
      await phone.tap(button('换一个'));
      await phone.scan(`v=${cloud.villageId}`);
      await phone.tap(button('扫村口的码'));
      await phone.waitFor('填户号和姓名');
      expect(await phone.depth()).toBeLessThanOrEqual(2);
    }
  },
  storyTimeoutMs,
);
