import { inflateSync } from 'node:zlib';
import QRCode from 'qrcode';
import { type Cloud, startCloud } from '../../../local-cloud';
import { deploy, temporaryFolder } from '../functions/fixture';

/** The unmodified wx-server-sdk, bundled into functions as it is when deployed. */
const folder = temporaryFolder();
let cloud: Cloud;

const CODE = `
  const cloud = require('wx-server-sdk');
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
  const actions = {
    context: () => cloud.getWXContext(),
    api: async ({ name, data }) => {
      const [space, verb] = name.split('.');
      const answer = await cloud.openapi[space][verb](data);
      return answer.buffer ? { ...answer, buffer: answer.buffer.toString('base64') } : answer;
    },
    openData: ({ list }) => cloud.getOpenData({ list }),
    store: async ({ path, text }) => {
      const fileContent = Buffer.from(text);
      const { fileID } = await cloud.uploadFile({ cloudPath: path, fileContent });
      const file = await cloud.downloadFile({ fileID });
      return { fileID, text: file.fileContent.toString() };
    },
  };
  exports.main = async (event) => {
    try {
      return await actions[event.do](event);
    } catch (error) {
      return { thrown: { errCode: error.errCode, errMsg: error.errMsg } };
    }
  };`;

const OPEN_APIS = [
  'phonenumber.getPhoneNumber',
  'wxacode.getUnlimited',
  'subscribeMessage.send',
  'security.msgSecCheck',
  'security.mediaCheckAsync',
  'custom.unknown',
];

beforeAll(async () => {
  deploy(folder.path, {
    wechat: {
      bundle: true,
      code: CODE,
      config: { timeout: 20, permissions: { openapi: OPEN_APIS } },
    },
    plain: { bundle: true, code: CODE, config: { timeout: 20 } },
  });
  cloud = await startCloud({
    ...{ port: 0, dataDirectory: null, functionsDirectory: folder.path },
    templates: [{ id: 'T1', fields: ['thing1', 'number2'] }],
  });
});
afterAll(async () => {
  await cloud.stop();
  folder.remove();
});

type Answer = Record<string, unknown>;
const api = (name: string, data: object, functionName = 'wechat') =>
  cloud.callFunction(functionName, { do: 'api', name, data }, 'oPerson') as Promise<Answer>;

function drawnBy({ modules }: QRCode.QRCode): string {
  const rows = Array.from({ length: modules.size }, (_, row) =>
    Array.from({ length: modules.size }, (_, column) => modules.get(row, column)).join(''),
  );
  return rows.join('\n');
}

/** Reads the squares back out of a PNG that holds nothing but a version 1 code (21 × 21). */
function readCode(base64: unknown, width: number): string {
  const png = Buffer.from(String(base64), 'base64');
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([width, width]);
  const length = png.readUInt32BE(33);
  const pixels = inflateSync(png.subarray(41, 41 + length));
  const isDark = (x: number, y: number) => pixels[y * (width + 1) + 1 + x] === 0;
  const at = Array.from({ length: width }, (_, index) => index);
  const top = at.find((y) => at.some((x) => isDark(x, y))) ?? 0;
  const scale = (width - 2 * top) / 21;
  const centre = (square: number) => Math.floor(top + (square + 0.5) * scale);
  const squares = Array.from({ length: 21 }, (_, index) => centre(index));
  return squares.map((y) => squares.map((x) => Number(isDark(x, y))).join('')).join('\n');
}

test('getWXContext tells who calls, and nothing for nobody', async () => {
  const known = await cloud.callFunction('wechat', { do: 'context' }, 'oPerson');
  expect(known).toMatchObject({ OPENID: 'oPerson', ENV: 'local-env', SOURCE: 'wx_client' });
  expect(known).toHaveProperty('APPID');
  expect(known).not.toHaveProperty('API_TOKEN');
  const unknown = await cloud.callFunction('wechat', { do: 'context' });
  expect(unknown).not.toHaveProperty('OPENID');
  expect(unknown).not.toHaveProperty('APPID');
});

test('storage works through this SDK too', async () => {
  const event = { do: 'store', path: '码/a.txt', text: '内容' };
  expect(await cloud.callFunction('wechat', event)).toEqual({
    fileID: 'cloud://local-env.local/码/a.txt',
    text: '内容',
  });
});

test('a phone code works once', async () => {
  const code = 'phone:13800000001';
  expect(await api('phonenumber.getPhoneNumber', { code })).toMatchObject({
    errCode: 0,
    phoneInfo: { phoneNumber: '13800000001', purePhoneNumber: '13800000001', countryCode: '86' },
  });
  expect(await api('phonenumber.getPhoneNumber', { code })).toMatchObject({
    thrown: { errCode: 40029 },
  });
});

test('a foreign number says its country', async () => {
  const code = 'phone:+55-11987654321';
  expect(await api('phonenumber.getPhoneNumber', { code })).toMatchObject({
    phoneInfo: { purePhoneNumber: '11987654321', countryCode: '55' },
  });
});

test('a phone code works for five minutes', async () => {
  const first = `phone:13800000002:${cloud.nowMs()}:a`;
  const second = `phone:13800000002:${cloud.nowMs()}:b`;
  await cloud.advanceClock(4 * 60_000);
  expect(await api('phonenumber.getPhoneNumber', { code: first })).toMatchObject({ errCode: 0 });
  await cloud.advanceClock(2 * 60_000);
  expect(await api('phonenumber.getPhoneNumber', { code: second })).toMatchObject({
    thrown: { errCode: 40029 },
  });
});

test.each(['', 'x', 'phone:', 'phone:123', 'phone:23800000000', '13800000001'])(
  'what is no phone code is refused: %s',
  async (code) => {
    expect(await api('phonenumber.getPhoneNumber', { code })).toMatchObject({
      thrown: { errCode: 40029 },
    });
  },
);

test('cloud ids are opened one by one', async () => {
  const list = ['phone:13800000003', 'other'];
  const answer = (await cloud.callFunction('wechat', { do: 'openData', list })) as Answer;
  expect(answer.list).toEqual([
    { cloudID: list[0], data: expect.objectContaining({ phoneNumber: '13800000003' }) },
    { cloudID: list[1], errCode: -601005, errMsg: expect.any(String) },
  ]);
});

test('a mini-program code is a PNG of the scene', async () => {
  const answer = await api('wxacode.getUnlimited', { scene: 'v=1&h=abc', checkPath: false });
  expect(answer).toMatchObject({ contentType: 'image/png', errCode: 0 });
  expect(readCode(answer.buffer, 430)).toBe(drawnBy(QRCode.create('v=1&h=abc')));
  const wide = await api('wxacode.getUnlimited', { scene: 'v=1&h=abc', width: 5000 });
  expect(readCode(wide.buffer, 1280)).toBe(readCode(answer.buffer, 430));
});

test.each([['x'.repeat(33)], [''], ['中文'], ['a b']])('scene %j is refused', async (scene) => {
  expect(await api('wxacode.getUnlimited', { scene })).toMatchObject({
    thrown: { errCode: 40169 },
  });
});

const message = { touser: 'oPerson', templateId: 'T1', page: 'pages/points/index' };
const data = { thing1: { value: '积分已到账' }, number2: { value: 5 } };
const sendMessage = (changed: object = {}) =>
  api('subscribeMessage.send', { ...message, data, ...changed });
const refusedWith = (errCode: number) => ({ thrown: { errCode } });

async function ofWeChat(path: string, method = 'GET', body?: object): Promise<Answer> {
  const text = body === undefined ? {} : { body: JSON.stringify(body) };
  const response = await fetch(`${cloud.url}/wechat/${path}`, { method, ...text });
  return { status: response.status, answer: await response.json() };
}
const allow = (count?: number) =>
  ofWeChat('tickets', 'POST', { openid: 'oPerson', templateId: 'T1', count });
const sentMessages = async () => (await ofWeChat('messages')).answer as Answer[];
const ticketsLeft = async () => (await ofWeChat('tickets')).answer;

test('a subscribe message is sent against a ticket, one for one', async () => {
  expect(await sendMessage()).toMatchObject(refusedWith(43101));
  expect(await allow()).toMatchObject({ answer: { left: 1 } });
  expect(await sendMessage({ touser: 'oOther' })).toMatchObject(refusedWith(43101));
  expect(await sendMessage()).toMatchObject({ errCode: 0 });
  expect(await sentMessages()).toEqual([
    {
      openid: 'oPerson',
      templateId: 'T1',
      page: 'pages/points/index',
      data: { thing1: '积分已到账', number2: '5' },
      sentAtMs: expect.any(Number),
    },
  ]);
  expect(await ticketsLeft()).toEqual([]);
  expect(await sendMessage()).toMatchObject(refusedWith(43101));
});

test('a message is what its template says, or costs no ticket', async () => {
  await allow();
  const values = (thing1: unknown, number2: unknown = 5) => ({
    data: { thing1: { value: thing1 }, number2: { value: number2 } },
  });
  const wrongs = [
    values('字'.repeat(21)),
    values(''),
    values('两\n行'),
    values('好', '五'),
    values('好', '1'.repeat(33)),
    { data: { thing1: { value: '好' } } },
    { data: { thing1: {}, number2: { value: 1 } } },
    { data: { ...data, thing3: { value: '好' } } },
  ];
  for (const wrong of wrongs) expect(await sendMessage(wrong)).toMatchObject(refusedWith(47003));
  expect(await sendMessage({ templateId: 'T2' })).toMatchObject(refusedWith(40037));
  expect(await sendMessage({ touser: undefined })).toMatchObject(refusedWith(40003));
  expect(await ticketsLeft()).toEqual([{ openid: 'oPerson', templateId: 'T1', left: 1 }]);
  expect(await sendMessage(values('字'.repeat(20), 2.5))).toMatchObject({ errCode: 0 });
});

test('sending fails as it is told to, as often as it is told to', async () => {
  await allow(3);
  const before = (await sentMessages()).length;
  await ofWeChat('failures', 'POST', { errcode: 45009, after: 1 });
  const answers = [await sendMessage(), await sendMessage(), await sendMessage()];
  expect(answers).toMatchObject([{ errCode: 0 }, refusedWith(45009), { errCode: 0 }]);
  await ofWeChat('failures', 'POST', { errcode: -1, sendsFirst: true });
  expect(await sendMessage()).toMatchObject(refusedWith(-1));
  expect(await sentMessages()).toHaveLength(before + 3);
  await ofWeChat('failures', 'POST', { errcode: 45009, times: 9 });
  await ofWeChat('failures', 'DELETE');
  expect(await sendMessage()).toMatchObject(refusedWith(43101));
});

test('no ticket of a template that is not set up, and no failure that is none', async () => {
  const wrongs: [string, object][] = [
    ['tickets', { openid: 'oPerson', templateId: 'T2' }],
    ['tickets', { openid: '', templateId: 'T1' }],
    ['tickets', { openid: 'oPerson', templateId: 'T1', count: -1 }],
    ['failures', { errcode: 0 }],
    ['failures', { errcode: 45009, times: 0 }],
  ];
  for (const [path, body] of wrongs) {
    expect(await ofWeChat(path, 'POST', body)).toMatchObject({ status: 400 });
  }
  expect(await ticketsLeft()).toEqual([]);
});

test('texts and pictures are checked', async () => {
  const check = { version: 2, scene: 2, openid: 'oPerson' };
  const text = (content: string) => api('security.msgSecCheck', { ...check, content });
  expect(await text('村里的好事')).toMatchObject({ result: { suggest: 'pass' } });
  expect(await text('有违禁词的话')).toMatchObject({ result: { suggest: 'risky' } });
  expect(await text('字'.repeat(2501))).toMatchObject({ thrown: { errCode: 45002 } });
  expect(await api('security.msgSecCheck', { content: 'x', version: 2, scene: 2 })).toMatchObject({
    thrown: { errCode: 40003 },
  });
  const media = { ...check, mediaUrl: `${cloud.url}/x.png`, mediaType: 2 };
  const answer = await api('security.mediaCheckAsync', media);
  expect(answer).toMatchObject({ errCode: 0, traceId: expect.any(String) });
  const checks = (await (await fetch(`${cloud.url}/wechat/media-checks`)).json()) as Answer[];
  expect(checks.at(-1)).toMatchObject({ openid: 'oPerson', traceId: answer.traceId });
});

test('an API not declared may not be called; an unknown one does not exist', async () => {
  for (const name of OPEN_APIS.slice(0, 5)) {
    expect(await api(name, { scene: 'x' }, 'plain')).toMatchObject({
      thrown: { errCode: -604101 },
    });
  }
  expect(await api('custom.unknown', {})).toMatchObject({ thrown: { errCode: -604100 } });
});
