import type { ActionEvent } from '../../src/contracts/contract';
import { whoAmI } from '../../src/contracts/people';
import { objectToRecord, withdrawRecord } from '../../src/contracts/records';

type Send = (name: string, event: ActionEvent) => Promise<unknown>;
let send: jest.MockedFunction<Send>;
jest.mock('../../src/client/transport', () => ({
  send: (name: string, event: ActionEvent) => send(name, event),
}));

const recordId = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
const ok = { ok: true, value: {}, requestId: '1' };
const no = (code: string) => ({ ok: false, error: { code, message: '不行。' }, requestId: '1' });
const asked = () => send.mock.calls.map(([name, { action }]) => `${name}.${action}`);

/** A fresh app: what it knows of earlier words is gone. */
function openApp() {
  return jest.requireActual<typeof import('../../src/client/call')>('../../src/client/call');
}

/** The cloud, with WeChat's opinion on every text. */
function cloud(opinion: () => Promise<unknown>) {
  send = jest.fn<ReturnType<Send>, Parameters<Send>>((name) =>
    name === 'wechat' ? opinion() : Promise.resolve(ok),
  );
}

beforeEach(() => jest.resetModules());

test('what others will read is shown to WeChat first, with nothing else in it', async () => {
  cloud(async () => ok);
  expect(await openApp().call(objectToRecord, { recordId, reason: '不是他扫的' })).toMatchObject({
    ok: true,
  });
  expect(asked()).toEqual(['wechat.check-text', 'points.object-to-record']);
  expect(send.mock.calls[0]?.[1]).toEqual({
    action: 'check-text',
    input: { text: '不是他扫的' },
  });
});

test('what WeChat objects to is not sent', async () => {
  cloud(async () => no('text-not-fit'));
  const answer = await openApp().call(objectToRecord, { recordId, reason: '违禁词' });
  expect(answer).toMatchObject({ ok: false, error: { code: 'text-not-fit', message: '不行。' } });
  expect(asked()).toEqual(['wechat.check-text']);
});

test.each([
  ['WeChat is not there', async () => no('wechat-unavailable')],
  ['the function fails', async () => Promise.reject(new Error('errCode: -504002'))],
])('%s: the command goes on', async (_name, opinion) => {
  cloud(opinion);
  const answer = await openApp().call(objectToRecord, { recordId, reason: '不是他扫的' });
  expect(answer.ok).toBe(true);
  expect(asked()).toEqual(['wechat.check-text', 'points.object-to-record']);
});

test('nobody waits longer than five seconds for it', async () => {
  jest.useFakeTimers();
  cloud(() => new Promise(() => undefined));
  const answer = openApp().call(objectToRecord, { recordId, reason: '不是他扫的' });
  await jest.advanceTimersByTimeAsync(4_900);
  expect(asked()).toEqual(['wechat.check-text']);
  await jest.advanceTimersByTimeAsync(200);
  expect((await answer).ok).toBe(true);
  jest.useRealTimers();
});

test('the same words again, as when nobody heard them, are not asked about twice', async () => {
  cloud(async () => ok);
  const { call } = openApp();
  await call(objectToRecord, { recordId, reason: '不是他扫的' });
  await call(objectToRecord, { recordId, reason: '不是他扫的' });
  await call(objectToRecord, { recordId, reason: '另有一句' });
  expect(asked().filter((name) => name === 'wechat.check-text')).toHaveLength(2);
});

test('where nothing is written WeChat is not asked', async () => {
  cloud(async () => ok);
  const { call } = openApp();
  await call(withdrawRecord, { recordId });
  await call(whoAmI, {});
  expect(asked()).toEqual(['points.withdraw-record', 'people.who-am-i']);
});
