import path from 'node:path';
import { type CloudClient, connect } from '../../config/run/cloud-client';
import { cloudOptions } from '../../config/run/cloud-options';
import { type Cloud, startCloud } from '../../local-cloud';
import { town } from '../../src/contracts';
import { registerRow, spreadsheetOf, testMembers } from '../support/test-register';
import { openWeapp, type Weapp, type WeappOptions } from './harness';
import { tapEnabled } from './harness/tap-enabled';
import { eventually } from './harness/weapp';

/** A clone without a town: whoever holds the secret sets it up on the phone, by taps alone. */

const dist = path.resolve(__dirname, '../../dist/weapp');
const storyTimeoutMs = 300_000;
/** The function starts cold, loads its fonts and prints. */
const printingMs = 90_000;
const openid = 'first-administrator';
const secrets = { jifenSecret: 'bare-town-'.repeat(4), foundingSecret: 'a-founding-secret' };

let cloud: Cloud;
let client: CloudClient;
let phone: Weapp;

beforeAll(async () => {
  const options = { ...cloudOptions(secrets), port: 0, dataDirectory: null };
  cloud = await startCloud({ ...options, maximumWorkersPerFunction: 1 });
  client = connect(cloud.url);
  await open();
}, storyTimeoutMs);

afterAll(async () => {
  await phone.close();
  await cloud.stop();
});

afterEach(async () => expect(await phone.errors()).toEqual([]));

async function open(options: Partial<WeappOptions> = {}): Promise<void> {
  phone = await openWeapp({ dist, backendUrl: cloud.url, openid, ...options });
}

const step = (name: string, work: () => Promise<void>) => test(name, work, storyTimeoutMs);
const button = (name: string) => phone.byRole('button', { name, exact: true });
const line = (name: string) => phone.byRole('button', { name, exact: false, nth: 0 });
const type = (label: string, text: string) =>
  phone.input(phone.byCss(`[aria-label="${label}"]`), text);
const register = async (villageName: string, villageNumber: number) =>
  spreadsheetOf(testMembers(villageNumber).map((member) => registerRow(villageName, member)));

async function missing(): Promise<string[]> {
  const { villages } = await client.as(openid).must(town.readOverview, {});
  return villages.flatMap((village) => village.missing.map(({ thing }) => thing));
}

/** On a busy machine WeChat's stand-in answers too late; then it is tapped again, as is said. */
async function print(file: string): Promise<void> {
  for (let taps = 0; taps < 10; taps += 1) {
    await tapEnabled(phone, '打印');
    const text = await eventually(async () => {
      const shown = await phone.text();
      if (![file, '微信那边暂时没有答应'].some((words) => shown.includes(words))) {
        throw new Error(`neither printed nor refused; the page says: ${shown}`);
      }
      return shown;
    }, printingMs);
    if (text.includes(file)) return;
  }
  throw new Error(`${file} was not printed`);
}

step('the first visitor sees that there is no town, and founds it', async () => {
  await phone.waitFor('本镇还没有开通');
  await phone.tap(button('开通本镇'));
  await phone.waitForPage('packages/town/found/index');
  await type('开通口令', 'not the secret');
  await type('镇的名字', '图克镇');
  await type('运营主体', '图克镇人民政府');
  await phone.tap(button('开通'));
  await phone.waitFor('开通口令不对');
  await type('开通口令', secrets.foundingSecret);
  await phone.tap(button('开通'));
  await phone.waitFor('图克镇开通了,您是第一位镇管理员。');
  expect(cloud.engine.get('towns', 'town')).toMatchObject({ name: '图克镇', sample: false });
});

step('a village is opened by its name', async () => {
  await phone.tap(button('开第一个嘎查村'));
  await phone.waitForPage('packages/town/new-village/index');
  await type('嘎查村的名字', '图克嘎查');
  await phone.tap(button('开这个嘎查村'));
  await phone.waitFor('图克嘎查开好了', { timeoutMs: printingMs });
  expect(cloud.engine.get('villages', 'v01')).toMatchObject({ name: '图克嘎查' });
});

step('a register with a fault says where, and nothing is written', async () => {
  await phone.tap(button('导入户册'));
  await phone.waitForPage('packages/town/register/index');
  await phone.chooseFile(new Uint8Array(10), '合影.jpg');
  await phone.tap(button('选户册文件'));
  await phone.waitFor('“合影.jpg”不是表格');
  await phone.chooseFile(await register('别的嘎查', 1), '别村.xlsx');
  await phone.tap(button('选户册文件'));
  await phone.waitFor('要改的地方', { timeoutMs: printingMs });
  expect(await phone.text()).toContain('A2');
  expect(cloud.engine.count('households', {})).toBe(0);
});

step('the right one is looked at; an import that was cut off goes on in the next app', async () => {
  await phone.chooseFile(await register('图克嘎查', 1), '户册.xlsx');
  await phone.tap(button('改好了,再选一次'));
  await phone.waitFor('新的 16 户');
  expect(cloud.engine.count('households', {})).toBe(0);
  await phone.online(false);
  await phone.tap(button('导入'));
  await phone.waitFor('“户册.xlsx”还没有导完');
  const storage = await phone.storage();
  await phone.close();
  await open({ storage, launch: { path: 'packages/town/register/index' } });
  await phone.waitFor('“户册.xlsx”还没有导完');
  await phone.tap(button('接着导入'));
  await phone.waitFor('导入好了', { timeoutMs: printingMs });
  expect(cloud.engine.count('households', {})).toBe(16);
  expect(cloud.engine.count('imports', {})).toBe(1);
});

step('the overview says what is missing, and leads to the shop', async () => {
  await phone.tap(button('看还差什么'));
  await phone.waitForPage('packages/town/overview/index');
  await phone.tap(line('图克嘎查'));
  await phone.waitForPage('packages/town/village/index');
  await phone.waitFor('没有超市');
  await phone.tap(line('没有超市'));
  await phone.waitForPage('packages/town/new-shop/index');
  await phone.waitFor('超市的名字');
  await type('超市的名字', '图克积分超市');
  await type('在哪儿', '党群服务中心一楼');
  await type('什么时候开门', '周二 9:00–16:00');
  await phone.tap(button('开这家超市'));
  await phone.waitFor('图克积分超市开好了');
  expect(cloud.engine.get('shops', 's01')).toMatchObject({ villageIds: ['v01'], kind: 'own' });
});

step('goods stand on the list, money is booked', async () => {
  await phone.tap(button('定有哪些货'));
  await phone.waitForPage('packages/town/goods/index');
  await phone.tap(button('添一样货'));
  await type('叫什么', '香皂');
  await type('按什么算', '块');
  await type('一份要多少分', '5');
  await type('进价(元)', '5');
  await phone.tap(button('上架'));
  await phone.waitFor('一块 5 分,进价 5.00 元');
  await phone.openAgain({ path: 'packages/town/funds/index', query: { villageId: 'v01' } });
  await phone.waitFor('账上 0.00 元');
  await type('金额(元)', '20000');
  await phone.tap(button('登记'));
  await phone.waitFor('登记好了,账上现在 20000.00 元。');
});

step('cards and codes are printed from what is missing', async () => {
  const village = { path: 'packages/town/village/index', query: { villageId: 'v01' } };
  await phone.openAgain(village);
  await phone.tap(line('村口的码没打印'));
  await phone.waitForPage('packages/print/village/index');
  await phone.waitFor('印在多大的纸上');
  await print('图克嘎查村码A4.pdf');
  await phone.openAgain(village);
  await phone.tap(line('户码没打印'));
  await phone.waitFor('印哪些户');
  await print('图克嘎查户码.pdf');
});

step('what is left is people: offices, a keeper, somebody who joins', async () => {
  expect(await missing()).toEqual([
    ...['cadres', 'supervisors', 'panel', 'keeper', 'stock', 'shop-code', 'joined'],
  ]);
});
