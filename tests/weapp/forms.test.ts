import path from 'node:path';
import { points } from '../../src/contracts';
import { dayOf } from '../../src/domain/kernel/time';
import { openTestCloud, type TestCloud } from '../support/test-cloud';
import { openWeapp, type Weapp, type WeappOptions } from './harness';
import { eventually } from './harness/weapp';

/**
 * What is typed on a slow phone stays as it was typed, and no form is left in silence: Android's
 * back key knows pages only, and the tab bar stays in reach under a sheet.
 */

const dist = path.resolve(__dirname, '../../dist/weapp');
const storyTimeoutMs = 120_000;
/** Three keys of `typeKeys` are pressed meanwhile. */
const lateMs = 60;

let cloud: TestCloud;
let phone: Weapp;

beforeAll(async () => {
  cloud = await openTestCloud({ history: true });
  const day = dayOf(await cloud.client.nowMs());
  const deed = { itemId: 'errand-for-neighbour', day, photos: [] };
  await cloud.client.as(cloud.cast.resident.openid).must(points.declareDeed, deed);
}, storyTimeoutMs);

afterEach(async () => {
  expect(await phone.errors()).toEqual([]);
  await phone.close();
});

afterAll(() => cloud.stop());

async function open(openid: string, options: Partial<WeappOptions> = {}): Promise<Weapp> {
  phone = await openWeapp({ dist, backendUrl: cloud.url, openid, ...options });
  return phone;
}

const field = (label: string) => phone.byCss(`[aria-label="${label}"]`);

const settled = () => new Promise((resolve) => setTimeout(resolve, 3 * lateMs));

async function typed(label: string, text: string): Promise<string> {
  await phone.lateEcho(lateMs);
  await phone.typeKeys(field(label), text);
  await settled();
  return (await phone.one(field(label))).value;
}

const openRecord = async (name: string) => {
  await phone.waitFor('等');
  await phone.tap(phone.byRole('button', { name, exact: false, nth: 0 }));
  await phone.waitForPage('packages/record/detail/index');
};

test(
  'no letter is lost in a search, a number, a name, a note',
  async () => {
    const { cast } = cloud;
    await open(cast.resident.openid);
    await phone.waitFor('公示中 3 条');
    await phone.tap(phone.byRole('button', { name: '要找什么', exact: false, nth: 0 }));
    await phone.waitForPage('packages/find/index');
    expect(await typed('要找什么', '我家老人想办低保')).toBe('我家老人想办低保');
    await phone.close();

    const join = `packages/join/index`;
    const query = { villageId: cloud.villageId };
    await open(cast.notYetJoined.openid, { launch: { path: join, query } });
    await phone.tap(phone.byRole('button', { name: '填户号和姓名' }));
    expect(await typed('户号', '1234')).toBe('1234');
    expect(await typed('您的姓名', '乌云其木格和她的名字很长')).toBe('乌云其木格和她的名字很长');
    await phone.close();

    await open(cast.resident.openid, { launch: { path: 'packages/record/declare/index' } });
    await phone.tap(phone.byRole('button', { name: '邻里代办', exact: false, nth: 0 }));
    expect(await typed('说明', '和隔壁一起去镇里取了药')).toBe('和隔壁一起去镇里取了药');
  },
  storyTimeoutMs,
);

test(
  'what the program puts into a field stands there, also after something was typed',
  async () => {
    await open(cloud.cast.cadre.openid, { launch: { path: 'packages/work/queue/index' } });
    await openRecord('邻里代办');
    await phone.tap(phone.byRole('button', { name: '不同意' }));
    expect(await typed('原因', '看不清这张')).toBe('看不清这张');
    await phone.tap(phone.byRole('button', { name: '日子不对' }));
    await settled();
    expect((await phone.one(field('原因'))).value).toBe('日子不对');
    expect(await typed('原因', ',是昨天')).toBe('日子不对,是昨天');
  },
  storyTimeoutMs,
);

test(
  'in a sheet every field keeps room for the buttons, and a note floats with the sheet',
  async () => {
    await open(cloud.cast.cadre.openid, { launch: { path: 'packages/work/queue/index' } });
    await openRecord('邻里代办');
    await phone.tap(phone.byRole('button', { name: '不同意' }));
    await phone.waitFor('为什么不同意');
    const inSheet = (rest: string) => phone.find(phone.byCss(`.sheet wx-textarea${rest}`));
    expect(await inSheet('')).toHaveLength(1);
    expect(await inSheet('[fixed][cursor-spacing="120"]')).toHaveLength(1);
    await phone.close();

    await open(cloud.cast.keeper.openid, { launch: { path: 'packages/keeper/stock/index' } });
    await phone.tap(phone.byRole('button', { name: '香皂', exact: false, nth: 0 }));
    await phone.waitFor('备注(可以不写)');
    expect(await phone.find(phone.byCss('.sheet wx-input'))).toHaveLength(2);
    expect(await phone.find(phone.byCss('.sheet wx-input[cursor-spacing="120"]'))).toHaveLength(2);
  },
  storyTimeoutMs,
);

test(
  'a deed that was left with words in it is offered again; an untouched one is not',
  async () => {
    await open(cloud.cast.resident.openid);
    await phone.tab('积分');
    await phone.tap(phone.byRole('button', { name: '记一件好事' }));
    await phone.waitFor('邻里代办');
    await phone.backKey();
    await phone.waitForPage('pages/points/index');

    await phone.tap(phone.byRole('button', { name: '记一件好事' }));
    expect(await phone.text()).not.toContain('上次没填完');
    await phone.tap(phone.byRole('button', { name: '邻里代办', exact: false, nth: 0 }));
    await phone.input(field('说明'), '取了药');
    await phone.backKey();
    await phone.waitForPage('pages/points/index');
    await phone.tap(phone.byRole('button', { name: '记一件好事' }));
    await phone.waitFor('上次没填完');
    await phone.tap(phone.byRole('button', { name: '接着填' }));
    await phone.waitFor(field('说明'));
    expect((await phone.one(field('说明'))).value).toBe('取了药');
  },
  storyTimeoutMs,
);

test(
  'joining is left without a question, and what was filled in is offered again',
  async () => {
    await open(cloud.cast.notYetJoined.openid);
    await phone.tap(phone.byRole('button', { name: '示例三嘎查', exact: false, nth: 0 }));
    await phone.tap(phone.byRole('button', { name: '加入本村' }));
    await phone.waitForPage('packages/join/index');
    await phone.tap(phone.byRole('button', { name: '填户号和姓名' }));
    await phone.input(field('户号'), '17');
    await phone.backKey();
    await phone.waitForPage('pages/board/index');
    await phone.tap(phone.byRole('button', { name: '加入本村' }));
    await phone.tap(phone.byRole('button', { name: '填户号和姓名' }));
    await phone.tap(phone.byRole('button', { name: '接着填' }));
    await eventually(async () => expect((await phone.one(field('户号'))).value).toBe('17'));
  },
  storyTimeoutMs,
);

test(
  'with a sheet open the key leaves the page, and a reason that was typed is offered again',
  async () => {
    await open(cloud.cast.cadre.openid);
    await phone.tab('我的');
    await phone.tap(phone.byRole('button', { name: '核对', exact: false, nth: 0 }));
    // One thing waits: it opens by itself.
    await phone.waitForPage('packages/record/detail/index');
    await phone.tap(phone.byRole('button', { name: '不同意' }));
    await phone.input(field('原因'), '看不清是谁家');
    await phone.backKey();
    await phone.waitForPage('pages/me/index');
    await phone.tap(phone.byRole('button', { name: '核对', exact: false, nth: 0 }));
    await phone.waitForPage('packages/record/detail/index');
    await phone.tap(phone.byRole('button', { name: '不同意' }));
    await phone.tap(phone.byRole('button', { name: '接着填' }));
    await eventually(async () => {
      expect((await phone.one(field('原因'))).value).toBe('看不清是谁家');
    });
  },
  storyTimeoutMs,
);

test(
  'a sheet of a tab is still there when one comes back to the app',
  async () => {
    await open(cloud.cast.resident.openid);
    const change = phone.byRole('button', { name: '换一个嘎查村', exact: false });
    await phone.tap(change);
    await phone.waitFor('看哪个嘎查村');
    await phone.hide();
    await phone.show();
    await phone.waitFor('看哪个嘎查村');
  },
  storyTimeoutMs,
);
