import { rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openWeapp, type Weapp, type WeappOptions } from './harness';
import { writeFixture } from './harness/fixture';

let dist: string;
let phone: Weapp;

beforeAll(() => {
  dist = writeFixture();
});

afterAll(() => rmSync(dist, { recursive: true }));

async function open(options: Partial<WeappOptions> = {}): Promise<Weapp> {
  phone = await openWeapp({ dist, openid: 'someone', ...options });
  return phone;
}

afterEach(async () => {
  expect(await phone.errors()).toEqual([]);
  await phone.close();
});

test('typing and tapping reach the page and its answer is shown', async () => {
  const { byText, byRole, byPlaceholder } = await open();
  await phone.input(byPlaceholder('姓名'), '张三');
  await phone.waitFor('你好,张三');
  await phone.tap(byRole('button', { name: '加一' }));
  await phone.tap(byText('加一'));
  await phone.waitFor('数到 2');
  await phone.tap(byText('不能按'));
  expect(await phone.text()).toContain('数到 2');
  expect((await phone.find(byText('不能按')))[0]?.disabled).toBe(true);
  expect(await phone.find(byText('看不见'))).toEqual([]);
  expect(await phone.find(byRole('listitem'))).toHaveLength(2);
});

test('pages open above each other and the tabs keep theirs', async () => {
  const { byRole, byText } = await open();
  await phone.tap(byRole('link', { name: '详情' }));
  await phone.waitFor('第 7 号 从 1001 来');
  expect(await phone.page()).toEqual({
    path: 'pages/detail/index',
    query: { id: '7' },
    title: '详情',
    refreshing: false,
  });
  await phone.tap(byText('回去'));
  await phone.tab('第二');
  await phone.tab('第一');
  await phone.tab('第二');
  await phone.waitFor('第二页 来过 2 次');
  expect(await phone.depth()).toBe(1);
});

test('what an app gives a field late comes over what was typed meanwhile', async () => {
  const { byPlaceholder } = await open();
  await phone.typeKeys(byPlaceholder('姓名'), '乌云');
  await phone.waitFor('你好,乌云');
  await phone.lateEcho(50);
  await phone.typeKeys(byPlaceholder('姓名'), '其木格的名字长');
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect((await phone.one(byPlaceholder('姓名'))).value).not.toBe('乌云其木格的名字长');
});

test('the back key leaves a page, asks where the page wants it, and leaves the app', async () => {
  const { byRole, byText } = await open();
  await phone.tap(byRole('link', { name: '详情' }));
  await phone.tap(byText('先问'));
  await phone.backKey();
  await phone.waitFor('写的就没有了');
  await phone.tap(byText('取消'));
  await phone.tap(byText('回去'));
  await phone.tap(byText('取消'));
  expect(await phone.depth()).toBe(2);
  await phone.tap(byText('别问'));
  await phone.backKey();
  expect(await phone.depth()).toBe(1);
  await phone.backKey();
  await expect(phone.hide()).rejects.toThrow('in the background already');
});

test('a scanned code opens the page it names', async () => {
  await open({ launch: { path: 'pages/detail/index', query: { id: '9' }, scene: 1047 } });
  await phone.waitFor('第 9 号 从 1047 来');
});

test('dialogs, the scanner, pickers, switches and the phone number answer', async () => {
  const { byText, byRole } = await open({ phoneNumber: '10012345678' });
  await phone.tap(byText('请确认'));
  await phone.tap(byText('确定'));
  await phone.waitFor(byText('好'));
  await phone.tap(byText('扫码'));
  await phone.scan('village-3');
  await phone.waitFor('扫到village-3');
  await phone.scan(null);
  await phone.tap(byText('扫码'));
  await phone.waitFor('scanCode:fail cancel');
  await phone.tap(byText('选一个'));
  await phone.tap(byText('乙'));
  await phone.waitFor('选了乙');
  await phone.tap(byRole('switch', { name: '开关' }));
  await phone.waitFor(byText('开'));
  await phone.tap(byText('手机号'));
  await phone.waitFor('phone:10012345678');
});

test('what the harness lacks is named, and the code sees no browser', async () => {
  const { byText } = await open();
  await phone.waitFor('undefined,undefined,undefined,undefined forbidden');
  await phone.tap(byText('不认识'));
  await phone.waitFor('wx.startBeaconDiscovery is not in the harness');
});

test('setData is counted as JSON and pull-down refreshes', async () => {
  const { byText } = await open();
  await phone.resetSetDataStats();
  await phone.tap(byText('加一'));
  await phone.waitFor('数到 1');
  expect(await phone.setDataStats()).toEqual({ calls: 1, bytes: 10, largestBytes: 10 });
  await phone.pullDown();
  await phone.waitFor('新的一行');
});

test('an element that is missing or ambiguous is an error that says so', async () => {
  const { byText, byRole } = await open();
  await expect(phone.waitFor(byText('没有的字'), { timeoutMs: 50 })).rejects.toThrow(
    '0 elements match text "没有的字"',
  );
  await expect(phone.waitFor(byRole('listitem'), { timeoutMs: 50 })).rejects.toThrow(
    '2 elements match',
  );
});

test.each([
  ['does not parse', '<view>{{a+}}</view>'],
  ['lacks an end tag', '<view><input></view>'],
])('a template that %s is refused by name', async (_what, template) => {
  const broken = writeFixture({ 'pages/second/index.wxml': template });
  await expect(openWeapp({ dist: broken, openid: 'someone' })).rejects.toThrow(
    /pages\/second\/index\.wxml 1:\d+/,
  );
  rmSync(broken, { recursive: true });
  await open();
});

describe('with a backend', () => {
  let server: Server;
  let backendUrl: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const body = Buffer.concat(parts);
        if (request.url === '/storage/upload?path=a.jpg') {
          response.end(JSON.stringify({ fileID: `cloud://a.jpg#${body.length}` }));
          return;
        }
        const { to } = JSON.parse(body.toString()) as { to: string };
        const who = request.headers['x-local-openid'];
        response.end(JSON.stringify({ text: `${request.url} ${who} ${to}` }));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    backendUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(() => new Promise((resolve) => server.close(resolve)));

  test('functions are called as the person who holds the phone, unless it is offline', async () => {
    const { byText, byPlaceholder } = await open({ backendUrl, openid: 'resident-17' });
    await phone.input(byPlaceholder('姓名'), '王');
    await phone.tap(byText('叫云'));
    await phone.waitFor('/functions/greet resident-17 王');
    await phone.online(false);
    await phone.tap(byText('叫云'));
    await phone.waitFor('cloud.callFunction:fail');
  });

  test('a picture that the person picks is uploaded whole', async () => {
    const { byText } = await open({ backendUrl });
    await phone.tap(byText('照片'));
    await phone.chooseImage(new Uint8Array([255, 216, 0, 255, 217]));
    await phone.waitFor('cloud://a.jpg#5 5');
  });
});
