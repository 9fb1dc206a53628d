import { rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openWeapp, type Weapp } from './harness';
import { writeFixture } from './harness/fixture';
import { eventually } from './harness/weapp';

/** The test host hides, shows, interrupts and limits an app as WeChat does. */

/** Notes what it is told, in the order in which it is told. */
const noting: Record<string, string> = {
  'app.js': `
    const notes = [];
    const told = (name) => ({ query }) => notes.push(name + ' ' + (query ? query.id || '-' : ''));
    App({
      notes,
      onLaunch: told('launch'),
      onShow: told('app shows'),
      onHide() { notes.push('app hides'); },
    });
  `,
  'pages/first/index.wxml': `
    <button bindtap="shoot">照片</button><button bindtap="call">叫云</button>
    <button bindtap="deeper">再开一页</button><button bindtap="tick">计时</button>
    <button bindtap="refuse">不让转发</button><button bindtap="update">更新</button>
    <button bindtap="stop">停</button>
    <view>{{notes}}</view>
  `,
  'pages/first/index.js': `
    const { notes } = getApp();
    const note = (page, text) => {
      notes.push(text);
      page.setData({ notes: notes.join(';') });
    };
    Page({
      data: { notes: '' },
      onLoad({ id }) { note(this, 'loads ' + (id || '-')); },
      onShow() { note(this, 'shows'); },
      onHide() { notes.push('hides'); },
      onPullDownRefresh() { note(this, 'pulled'); },
      onShareAppMessage() { return { title: '给你看' }; },
      shoot() { wx.chooseMedia({ success: () => note(this, 'photo') }); },
      call() { wx.cloud.callFunction({ name: 'x', fail: ({ errMsg }) => note(this, errMsg) }); },
      tick() { setTimeout(() => note(this, 'tick'), 0); },
      stop() { wx.stopPullDownRefresh(); },
      refuse() { wx.hideShareMenu(); },
      update() {
        const updates = wx.getUpdateManager();
        updates.onUpdateReady(() => updates.applyUpdate());
      },
      deeper() {
        wx.navigateTo({
          url: '/pages/detail/index?id=1',
          success: () => this.deeper(),
          fail: ({ errMsg }) => getApp().notes.push(errMsg),
        });
      },
    });
  `,
};

let dist: string;
let phone: Weapp;
/** A cloud that never answers. */
const silent = createServer(() => undefined);

beforeAll(async () => {
  dist = writeFixture(noting);
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
});

afterAll(async () => {
  rmSync(dist, { recursive: true });
  silent.closeAllConnections();
  await new Promise((resolve) => silent.close(resolve));
});

beforeEach(async () => {
  const launch = { path: 'pages/first/index', query: { id: 'old' } };
  const backendUrl = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  phone = await openWeapp({ dist, openid: 'someone', launch, backendUrl });
});

afterEach(async () => {
  expect(await phone.errors()).toEqual([]);
  await phone.close();
});

const tap = (text: string) => phone.tap(phone.byText(text));

test('a code scanned with the app in memory opens its page anew, without a launch', async () => {
  await phone.waitFor('launch old;app shows old;loads old;shows');
  await phone.openAgain({ path: 'pages/first/index', query: { id: 'a=b' } });
  await phone.waitFor('hides;app hides;app shows a=b;loads a=b;shows');
  expect(await phone.depth()).toBe(1);
});

test('the camera hides the app and shows it again, with the old opening', async () => {
  await tap('照片');
  await phone.chooseImage(new Uint8Array([1]));
  await phone.waitFor('loads old;shows;hides;app hides;app shows old;shows;photo');
});

test('after five seconds in the background calls are lost and timers rest', async () => {
  await tap('叫云');
  await tap('计时');
  await phone.hide(6);
  await new Promise((resolve) => setTimeout(resolve, 30));
  await phone.show();
  await phone.waitFor(
    'hides;app hides;app shows old;shows;cloud.callFunction:fail interrupted;tick',
  );
});

test('pulled down stays until it is stopped', async () => {
  await phone.pullDown();
  await phone.pullDown();
  await phone.waitFor('shows;pulled');
  expect((await phone.text()).split('pulled')).toHaveLength(2);
  expect(await phone.page()).toMatchObject({ refreshing: true });
  await tap('停');
  expect(await phone.page()).toMatchObject({ refreshing: false });
});

test('ten pages deep is the end', async () => {
  await tap('再开一页');
  await eventually(async () => expect(await phone.depth()).toBe(10));
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(await phone.depth()).toBe(10);
  await phone.openAgain({ path: 'pages/first/index' });
  await phone.waitFor('navigateTo:fail webview count limit exceed');
});

test('a page shares what it says, its own address where it says none, or nothing', async () => {
  const path = '/pages/first/index?id=old';
  expect(await phone.share()).toEqual({ title: '给你看', path });
  await tap('不让转发');
  expect(await phone.share()).toBeNull();
  await phone.tab('第二');
  expect(await phone.share()).toBeNull();
});

test('a newer release is told of and applied', async () => {
  await phone.updateReady();
  expect(await phone.deviceCalls()).toEqual([]);
  await tap('更新');
  await phone.updateReady();
  expect(await phone.deviceCalls()).toEqual([{ api: 'applyUpdate', options: {} }]);
});
