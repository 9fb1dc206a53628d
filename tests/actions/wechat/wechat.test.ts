import { lists, wechat } from '../../../src/contracts';
import { testPhone } from '../../support/test-register';
import { openTestTown, type TestActor, type TestTown } from '../../support/town';

let town: TestTown;
beforeEach(async () => {
  town = await openTestTown();
});

async function codeOf(call: ReturnType<TestActor['call']>): Promise<string> {
  const envelope = await call;
  return envelope.ok ? 'ok' : envelope.error.code;
}

test('a phone number comes back masked, with a token of ten minutes', async () => {
  const guest = town.as('guest');
  const answer = await guest.must(wechat.readPhoneNumber, { code: 'phone:10010000013' });
  expect(answer.phoneMasked).toBe('100****0013');
  expect(answer.validUntilMs - town.clock.nowMs()).toBe(600_000);
  expect(await codeOf(guest.call(wechat.readPhoneNumber, { code: 'used' }))).toBe(
    'phone-code-stale',
  );
  const asNobody = { action: 'read-phone-number', input: { code: 'phone:10010000013' } };
  expect(await town.send('wechat', asNobody, null)).toMatchObject({
    error: { code: 'log-in-first' },
  });
});

test('a foreign number proves nothing, also where a villager has the same digits', async () => {
  const guest = town.as('guest');
  for (const code of ['phone:+55-11987654321', `phone:+55-${testPhone(1, 13)}`]) {
    const answer = await guest.call(wechat.readPhoneNumber, { code });
    expect(answer).toMatchObject({
      error: { code: 'phone-not-chinese', message: expect.stringContaining('+86') },
    });
  }
  expect(await codeOf(guest.call(wechat.readPhoneNumber, { code: 'phone:11987654321' }))).toBe(
    'phone-not-chinese',
  );
  const own = await guest.must(wechat.readPhoneNumber, { code: `phone:+86-${testPhone(1, 13)}` });
  expect(own.phoneMasked).toBe('100****0013');
});

test('WeChat is asked five times a day for one person, whatever it answers', async () => {
  const guest = town.as('guest');
  const ask = (code: string) => codeOf(guest.call(wechat.readPhoneNumber, { code }));
  const codes = await Promise.all(
    ['used', 'phone:10010000013', 'used', 'phone:10010000013'].map(ask),
  );
  expect(codes.sort()).toEqual(['ok', 'ok', 'phone-code-stale', 'phone-code-stale']);
  expect(await ask('phone:10010000013')).toBe('ok');
  const refused = await guest.call(wechat.readPhoneNumber, { code: 'phone:10010000013' });
  expect(refused).toMatchObject({
    error: { code: 'too-many-tries', message: expect.stringContaining('等村里核对') },
  });
  town.clock.advanceDays(1);
  expect(await ask('phone:10010000013')).toBe('ok');
  expect(town.engine.find('commands', { query: { action: 'wechat.read-phone-number' } })).toEqual(
    [],
  );
});

const village = { villageId: 'v01', target: { kind: 'village' as const } };
const shop = { villageId: 'v01', target: { kind: 'shop' as const, shopId: 'shop-v01' } };

test('codes carry village, shop or matter', async () => {
  const cadre = await town.joinHead(1, 1);
  const door = await cadre.must(wechat.makeCode, village);
  expect(door).toEqual({ scene: 'v=v01' });
  const kept = town.engine.get('mini-codes', 'v=v01');
  expect(kept).toMatchObject({ villageId: 'v01', contentType: 'image/png' });
  expect(Buffer.from(String(kept?.imageBase64), 'base64').toString()).toBe('v=v01');
  expect(await cadre.must(wechat.makeCode, shop)).toMatchObject({ scene: 's=shop-v01' });
});

test('every matter of the catalogue gets a code that leads back to it', async () => {
  const { matters } = await town.administrator.must(lists.listMatters, { villageId: 'v01' });
  for (const { key, version } of matters) {
    const target = { kind: 'matter' as const, key, version };
    const { scene } = await town.administrator.must(wechat.makeCode, { villageId: 'v01', target });
    expect(scene.length).toBeLessThanOrEqual(32);
    const [, villageId = '', cut = '', number] = /^m=(.+)\.(.+)\.(\d+)$/.exec(scene) ?? [];
    const read = await town.administrator.must(lists.readMatter, {
      villageId,
      key: cut,
      version: Number(number),
    });
    expect(read.matter.key).toBe(key);
  }
});

test('what does not fit into a code is refused', async () => {
  const long = 'a-village-with-a-very-long-name-indeed';
  const input = { ...village, villageId: long };
  expect(await codeOf(town.administrator.call(wechat.makeCode, input))).toBe('scene-too-long');
  const target = { kind: 'matter' as const, key: 'some-matter', version: 1 };
  const matter = { villageId: long.slice(0, 24), target };
  expect(await codeOf(town.administrator.call(wechat.makeCode, matter))).toBe('scene-too-long');
});

test('codes are made by the village’s cadres, the shop’s keeper and the town', async () => {
  const keeper = await town.joinHead(1, 13);
  const neighbour = await town.joinHead(2, 1);
  const resident = await town.joinHead(1, 14);
  expect(await codeOf(keeper.call(wechat.makeCode, shop))).toBe('ok');
  expect(await codeOf(keeper.call(wechat.makeCode, village))).toBe('not-yours');
  expect(await codeOf(neighbour.call(wechat.makeCode, village))).toBe('not-yours');
  expect(await codeOf(resident.call(wechat.makeCode, village))).toBe('not-your-job');
});

test('words that WeChat objects to are refused, before anything is sent', async () => {
  const guest = town.as('guest');
  expect(await codeOf(guest.call(wechat.checkText, { text: '门前路扫了' }))).toBe('ok');
  expect(await guest.call(wechat.checkText, { text: '这里有违禁词' })).toMatchObject({
    error: { code: 'text-not-fit', message: expect.stringContaining('请改一改') },
  });
});

test('where WeChat cannot be asked, the phone is told just that', async () => {
  const guest = town.as('guest');
  expect(await codeOf(guest.call(wechat.checkText, { text: 'unreachable' }))).toBe(
    'wechat-unavailable',
  );
  const asNobody = { action: 'check-text', input: { text: '门前路扫了' } };
  expect(await town.send('wechat', asNobody, null)).toMatchObject({
    error: { code: 'log-in-first' },
  });
});
