import path from 'node:path';
import { drawnPhoto } from '../../config/run/seed/photo';
import { points } from '../../src/contracts';
import { openTestCloud, type TestCloud } from '../support/test-cloud';
import { openWeapp, type Weapp, type WeappOptions } from './harness';
import { tapEnabled } from './harness/tap-enabled';

/** The phone refuses: its person is told, nothing is lost, and there is a way on. */

const dist = path.resolve(__dirname, '../../dist/weapp');
const storyTimeoutMs = 240_000;

let cloud: TestCloud;
let phone: Weapp;

beforeAll(async () => {
  cloud = await openTestCloud({ history: false });
}, storyTimeoutMs);

afterAll(() => cloud.stop());

afterEach(async () => {
  expect(await phone.errors()).toEqual([]);
  await phone.close();
});

async function open(openid: string, options: Partial<WeappOptions> = {}): Promise<void> {
  phone = await openWeapp({ dist, backendUrl: cloud.url, openid, ...options });
}

const button = (name: string) => phone.byRole('button', { name });

async function openDeclare(options: Partial<WeappOptions> = {}): Promise<void> {
  await open(cloud.cast.resident.openid, {
    launch: { path: 'packages/record/declare/index' },
    ...options,
  });
  const item = phone.byRole('button', { name: '邻里代办', exact: false, nth: 0 });
  // The functions start cold.
  await phone.waitFor(item, { timeoutMs: 60_000 });
  await phone.tap(item);
  await phone.waitFor('哪天做的');
}

const photosShown = async () => (await phone.find(phone.byCss('.photo-strip-photo'))).length;

describe('photos', () => {
  test.each([
    ['没同意隐私说明', { message: 'privacy permission is not authorized', errno: 104 }],
    ['请告诉镇里', { message: 'api scope is not declared in the privacy agreement', errno: 112 }],
    ['手机没让微信', { message: 'system permission denied' }],
    ['再点一次', { message: '' }],
  ])(
    'what stops the chooser is told: %s',
    async (told, failure) => {
      await openDeclare();
      await phone.letFail('chooseMedia', failure);
      await phone.tap(button('拍照'));
      await phone.waitFor(told);
      await phone.chooseImage(drawnPhoto(11));
      await phone.tap(button('拍照'));
      await phone.waitFor(button('看第1张照片'));
      expect(await phone.text()).not.toContain(told);
    },
    storyTimeoutMs,
  );

  test(
    'who closes the chooser hears nothing, and the button is there again',
    async () => {
      await openDeclare();
      await phone.chooseImages(null);
      await phone.tap(button('拍照'));
      await tapEnabled(phone, '拍照');
      await phone.chooseImage(drawnPhoto(12));
      await phone.waitFor(button('看第1张照片'));
      expect(await phone.find(phone.byRole('alert'))).toEqual([]);
    },
    storyTimeoutMs,
  );

  test(
    'a permission refused before is given in the settings, one tap away',
    async () => {
      await openDeclare({ declines: ['scope.camera'] });
      await phone.tap(button('拍照'));
      await phone.waitFor('没有允许');
      await phone.changeInSettings({ 'scope.camera': true });
      await phone.tap(button('去设置'));
      await phone.chooseImage(drawnPhoto(13));
      await tapEnabled(phone, '拍照');
      await phone.waitFor(button('看第1张照片'));
      const asked = (await phone.deviceCalls()).filter(({ api }) => api === 'asked for');
      expect(asked).toHaveLength(1);
    },
    storyTimeoutMs,
  );

  test(
    'on an iPhone one that cannot be made small is kept as it is, or named; no other is lost',
    async () => {
      await openDeclare({ platform: 'ios' });
      const name = 'screen.png';
      await phone.chooseImages([
        { name: 'photo.jpg', bytes: drawnPhoto(14) },
        { name, bytes: new Uint8Array(300_000) },
        { name, bytes: new Uint8Array(1_500_000) },
      ]);
      await phone.tap(button('拍照'));
      await phone.waitFor('第3张照片太大');
      expect(await photosShown()).toBe(2);
    },
    storyTimeoutMs,
  );

  test(
    'a photo that is gone from the phone is told, in the form and on the way',
    async () => {
      await openDeclare();
      await phone.chooseImage(drawnPhoto(15));
      await phone.tap(button('拍照'));
      await phone.waitFor(button('看第1张照片'));
      await phone.loseFiles();
      await phone.tap(button('看第1张照片'));
      await phone.waitFor('照片打不开');
      await tapEnabled(phone, '申报 2 分');
      await phone.waitFor('第1张照片打不开了');
      expect((await phone.page()).path).toBe('packages/record/declare/index');
    },
    storyTimeoutMs,
  );

  test(
    'one kept for later that is gone stops its item with a sentence, and it goes without',
    async () => {
      await openDeclare();
      await phone.chooseImage(drawnPhoto(16));
      await phone.tap(button('拍照'));
      await phone.waitFor(button('看第1张照片'));
      await phone.online(false);
      await tapEnabled(phone, '申报 2 分');
      await phone.waitForPage('packages/record/outbox/index');
      await phone.loseFiles();
      await phone.online(true);
      await phone.waitFor('有 1 张照片在手机里找不到了');
      await phone.tap(button('再交一次'));
      await phone.waitFor('传上去了');
    },
    storyTimeoutMs,
  );
});

test(
  'on a full phone the declaration is not sent, is told at once and stays in the form',
  async () => {
    await openDeclare();
    // The errand of an earlier test is of the same day.
    await phone.input(phone.byCss('[aria-label="说明"]'), '给东头的老人买了盐');
    await phone.storageFull(true);
    await tapEnabled(phone, '申报 2 分');
    await phone.waitFor('手机空间满了');
    expect((await phone.page()).path).toBe('packages/record/declare/index');
    const { pending } = await cloud.client
      .as(cloud.cast.resident.openid)
      .must(points.readAccount, {});
    const before = pending.length;
    await phone.storageFull(false);
    await tapEnabled(phone, '申报 2 分');
    await phone.waitForPage('packages/record/detail/index');
    const after = await cloud.client.as(cloud.cast.resident.openid).must(points.readAccount, {});
    expect(after.pending).toHaveLength(before + 1);
  },
  storyTimeoutMs,
);

test(
  'a full phone is used like any other where nothing has to last',
  async () => {
    await open(cloud.cast.resident.openid);
    await phone.storageFull(true);
    await phone.tab('我的');
    await phone.waitFor(cloud.cast.resident.villageName);
    await phone.tab('超市');
    await phone.waitFor('香皂');
  },
  storyTimeoutMs,
);

describe('the scanner', () => {
  const chooseVillage = async () => {
    await open(cloud.cast.notYetJoined.openid, { launch: { path: 'packages/join/index' } });
    await phone.waitFor('扫村口的码');
  };

  test.each(['v%3D', 'v%253D'])(
    'a code of our own is read from its path: scene=%sv01',
    async (v) => {
      await chooseVillage();
      const scanned = `pages/board/index?scene=${v}${cloud.villageId}`;
      await phone.scan({ path: scanned, result: 'odd', scanType: 'WX_CODE' });
      await phone.tap(button('扫村口的码'));
      await phone.waitFor('填户号和姓名');
      expect((await phone.page()).query).toEqual({ villageId: cloud.villageId });
    },
    storyTimeoutMs,
  );

  test(
    'a code without anything in it is told',
    async () => {
      await chooseVillage();
      await phone.scan({ scanType: 'WX_CODE' });
      await phone.tap(button('扫村口的码'));
      await phone.waitFor('没看清这个码');
    },
    storyTimeoutMs,
  );

  test(
    'where there is none, the village is chosen from the list',
    async () => {
      await chooseVillage();
      await phone.letFail('scanCode', { message: '' });
      await phone.tap(button('扫村口的码'));
      await phone.waitFor('在下面选');
    },
    storyTimeoutMs,
  );
});

test.each([
  [{ message: 'user deny' }, '也没关系'],
  [{ message: 'privacy permission is not authorized', errno: 104 }, '没同意隐私说明'],
  [{ message: 'api scope is not declared in the privacy agreement', errno: 112 }, '告诉镇里'],
  [{ message: 'no quota', errno: 1400001 }, '次数用完了'],
  [{ message: 'no code' }, '更新微信'],
  [{ message: 'system error' }, '过一会儿'],
])(
  'no phone number because of %p: told, with the other way in',
  async (failure, told) => {
    const launch = { path: 'packages/join/index', query: { villageId: cloud.villageId } };
    await open('somebody-new', { launch, phoneNumber: '10012345678' });
    await phone.letFail('getPhoneNumber', failure);
    await phone.tap(button('用微信手机号加入'));
    await phone.waitFor(told);
    await phone.waitFor('不核对也能加入');
    await phone.waitFor('您的姓名');
  },
  storyTimeoutMs,
);
