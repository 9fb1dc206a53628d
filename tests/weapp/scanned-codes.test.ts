import path from 'node:path';
import { lists, people } from '../../src/contracts';
import { openTestCloud, type TestCloud } from '../support/test-cloud';
import { openWeapp, type Weapp } from './harness';

/** Printed codes, scanned from outside: with the app in memory, as WeChat does it, and without. */

const dist = path.resolve(__dirname, '../../dist/weapp');
const storyTimeoutMs = 300_000;

let cloud: TestCloud;
let here: string;
let next: { villageId: string; name: string };
let matter: { key: string; version: number; name: string };

beforeAll(async () => {
  cloud = await openTestCloud({ history: false });
  here = cloud.cast.resident.villageName;
  const anybody = cloud.client.as('anybody');
  const { villages } = await anybody.must(people.listVillages, {});
  next = villages.find(({ villageId }) => villageId !== cloud.villageId) ?? next;
  const { matters } = await anybody.must(lists.listMatters, { villageId: cloud.villageId });
  matter = matters.find(({ name }) => name === '低保申请') ?? matter;
}, storyTimeoutMs);

afterAll(() => cloud.stop());

let phone: Weapp;

afterEach(async () => {
  expect(await phone.errors()).toEqual([]);
  await phone.close();
});

/** WeChat opens every code of ours on the board page; whether it encodes the scene depends. */
const scanned = (scene: string) => ({
  path: 'pages/board/index',
  query: { scene: encodeURIComponent(scene) },
  scene: 1047,
});

const open = (options: { openid?: string; launch?: ReturnType<typeof scanned> } = {}) =>
  openWeapp({ dist, backendUrl: cloud.url, openid: 'passer-by', ...options });

const scan = (scene: string) => phone.openAgain(scanned(scene));
const says = (text: string) => phone.waitFor(text);

async function boardOf(name: string): Promise<void> {
  await phone.tab('公开');
  await phone.waitFor(phone.byRole('button', { name: `${name},换一个嘎查村` }));
}

test(
  'one village after the other, with the app in memory: each opens, also a second time',
  async () => {
    phone = await open();
    await says('先选您的嘎查村');
    for (const [villageId, name] of [
      [cloud.villageId, here],
      [next.villageId, next.name],
      [next.villageId, next.name],
      [cloud.villageId, here],
    ] as const) {
      await scan(`v=${villageId}`);
      await phone.waitForPage('packages/join/index');
      await says(name);
      expect(await phone.depth()).toBe(2);
      await phone.back();
      await boardOf(name);
    }
  },
  storyTimeoutMs,
);

test(
  'a shop and then a poster, with the app in memory',
  async () => {
    phone = await open();
    await says('先选您的嘎查村');
    await scan(`s=${cloud.shopId}`);
    await phone.waitForPage('pages/shop/index');
    await says('香皂');
    await scan(`m=${cloud.villageId}.${matter.key}.${matter.version}`);
    await phone.waitForPage('packages/matters/matter/index');
    await says(matter.name);
    await says('操作流程');
    await phone.back();
    await boardOf(here);
    await scan(`m=${cloud.villageId}.${matter.key}.${matter.version}`);
    await phone.waitForPage('packages/matters/matter/index');
  },
  storyTimeoutMs,
);

test(
  'a member who scans the code of another village sees its board',
  async () => {
    phone = await open({ openid: cloud.cast.resident.openid });
    await boardOf(here);
    await scan(`v=${next.villageId}`);
    await boardOf(next.name);
    expect(await phone.depth()).toBe(1);
  },
  storyTimeoutMs,
);

test(
  'a code that launches the app is opened once, and never again when the app is shown again',
  async () => {
    phone = await open({ launch: scanned(`v=${cloud.villageId}`) });
    await phone.waitForPage('packages/join/index');
    await says(here);
    expect(await phone.depth()).toBe(2);
    await phone.back();
    await phone.tab('积分');
    await phone.hide();
    await phone.show();
    await phone.hide(600);
    await phone.show();
    await phone.tab('公开');
    await phone.waitFor('公示');
    expect(await phone.page()).toMatchObject({ path: 'pages/board/index' });
    expect(await phone.depth()).toBe(1);
  },
  storyTimeoutMs,
);

test(
  'without network a code is not lost: it says why, and opens once there is network',
  async () => {
    phone = await open();
    await says('先选您的嘎查村');
    await phone.online(false);
    await scan(`v=${next.villageId}`);
    await says('连不上网');
    expect(await phone.text()).not.toContain('没找到');
    await phone.tap(phone.byRole('button', { name: '再打开一次', exact: false }));
    await says('连不上网');
    await phone.online(true);
    await phone.tap(phone.byRole('button', { name: '再打开一次', exact: false }));
    await phone.waitForPage('packages/join/index');
    await says(next.name);
    await phone.back();
    expect(await phone.find(phone.byRole('button', { name: '再打开一次', exact: false }))).toEqual(
      [],
    );
  },
  storyTimeoutMs,
);

test(
  'a village that is not there is said to be not there, with what to do instead',
  async () => {
    phone = await open();
    await says('先选您的嘎查村');
    await scan('v=not-there');
    await says('没有找到这个嘎查村');
    expect(await phone.find(phone.byRole('button', { name: '再打开一次', exact: false }))).toEqual(
      [],
    );
    await scan('x=what');
    await says('这个码不是村里的码');
  },
  storyTimeoutMs,
);
