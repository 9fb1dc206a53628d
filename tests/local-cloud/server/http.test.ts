import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Cloud, FolderRefused, PortTaken, startCloud } from '../../../local-cloud';
import { deploy, temporaryFolder } from '../functions/fixture';

const folder = temporaryFolder();
const functionsDirectory = join(folder.path, 'functions');
const dataDirectory = join(folder.path, 'data');
let cloud: Cloud;

const rulesFile = join(folder.path, 'deployed-rules.json');
const start = () => startCloud({ port: 0, dataDirectory, functionsDirectory, rulesFile });

beforeAll(async () => {
  const functions = {
    '*': { invoke: true },
    time: { invoke: false },
    known: { invoke: 'auth != null' },
  };
  writeFileSync(rulesFile, JSON.stringify({ functions }));
  deploy(functionsDirectory, {
    echo: {
      code: `exports.main = (event, { environment }) =>
        ({ event, openid: JSON.parse(environment).WX_OPENID ?? null });`,
    },
    time: {
      code: `const fs = require('fs');
        exports.main = (event) => {
          if (event.Type === 'Timer') fs.appendFileSync('fired.txt', event.TriggerName + '\\n');
          return Date.now();
        };`,
      config: { triggers: [{ name: 'nightly', type: 'timer', config: '0 0 3 * * * *' }] },
    },
    known: { code: 'exports.main = () => 1;' },
    throws: { code: `exports.main = () => { throw new Error('broken rule'); };` },
  });
  cloud = await start();
});
afterAll(async () => {
  await cloud.stop();
  folder.remove();
});

type Options = { openid?: string; body?: string; origin?: string };
async function post(path: string, { openid, body, origin }: Options = {}) {
  const response = await fetch(cloud.url + path, {
    method: 'POST',
    headers: {
      ...(openid === undefined ? {} : { 'x-local-openid': openid }),
      ...(origin === undefined ? {} : { origin }),
    },
    ...(body === undefined ? {} : { body }),
  });
  return { status: response.status, headers: response.headers, value: await response.json() };
}
const get = async (path: string) => (await fetch(cloud.url + path)).json();

test('an event nested too deep to be written is refused, the next one answered', async () => {
  const deep = `{"a":${'['.repeat(40_000)}${']'.repeat(40_000)}}`;
  for (const openid of ['oPerson', undefined]) {
    const answer = await post('/functions/echo', { ...(openid && { openid }), body: deep });
    expect(answer.status).toBe(400);
    expect(answer.value).toMatchObject({ errCode: -501007 });
  }
  expect((await post('/functions/echo', { openid: 'oPerson', body: '{}' })).status).toBe(200);
});

test('a function is called as the given user, or as nobody', async () => {
  const asPerson = await post('/functions/echo', { openid: 'oPerson', body: '{"a":"甲"}' });
  expect(asPerson.status).toBe(200);
  expect(asPerson.value).toMatchObject({ event: { a: '甲' }, openid: 'oPerson' });
  expect((await post('/functions/echo')).value).toEqual({ event: {}, openid: null });
});

test.each([
  ['/functions/absent', '{}', 404, -501000, /FUNCTION_NOT_FOUND/],
  ['/functions/echo', '{"a":', 400, -501007, /not JSON/],
  ['/functions/echo', '[1]', 400, -501007, /no object/],
  ['/functions/echo', `"${'x'.repeat(10)}"`, 400, -501007, /no object/],
  ['/functions/echo', `{"a":"${'x'.repeat(6 * 1024 * 1024)}"}`, 413, -501007, /6MB/],
  ['/functions/throws', '{}', 500, -504002, /broken rule/],
  ['/database', '{}', 403, -502003, /PERMISSION_DENIED/],
  ['/elsewhere', '{}', 404, -501007, /elsewhere/],
])('%s fails as the platform words it', async (path, body, status, errCode, errMsg) => {
  const answer = await post(path, { body });
  expect(answer.status).toBe(status);
  expect(answer.value).toMatchObject({ errCode, errMsg: expect.stringMatching(errMsg) });
});

test('a malformed identity is refused, not dropped', async () => {
  expect((await post('/functions/echo', { openid: 'a;b' })).status).toBe(400);
});

test('phones and pages may call only what the deployed rules open', async () => {
  const origin = 'http://127.0.0.1:10086';
  const status = async (name: string, options: Options) =>
    (await post(`/functions/${name}`, options)).status;
  expect(await status('time', { openid: 'oA' })).toBe(403);
  expect(await status('time', { origin })).toBe(403);
  expect(await status('time', {})).toBe(200);
  expect(await status('known', { openid: 'oA' })).toBe(200);
  expect(await status('known', { origin })).toBe(403);
  expect(await status('echo', { origin })).toBe(200);
});

test('a phone uploads its own file; nobody else may replace it', async () => {
  const path = `/storage/upload?path=${encodeURIComponent('照片/1.jpg')}`;
  const first = await post(path, { openid: 'oA', body: 'one' });
  expect(first.value).toEqual({ fileID: 'cloud://local-env.local/照片/1.jpg' });
  expect((await post(path, { openid: 'oB', body: 'two' })).status).toBe(403);
  expect((await post(path, { body: 'two' })).status).toBe(403);
  expect((await post(path, { openid: 'oA', body: 'three' })).status).toBe(200);
  const bad = await post('/storage/upload?path=../x', { openid: 'oA', body: 'x' });
  expect(bad.value).toMatchObject({ errMsg: expect.stringMatching(/INVALID_PARAM/) });
});

test('pages of this machine may call, pages from elsewhere may not', async () => {
  const origin = 'http://127.0.0.1:10086';
  const allowed = await post('/functions/echo', { origin });
  expect(allowed.status).toBe(200);
  expect(allowed.headers.get('access-control-allow-origin')).toBe(origin);
  const failed = await post('/functions/absent', { origin });
  expect(failed.headers.get('access-control-allow-origin')).toBe(origin);
  for (const foreign of ['http://evil.example', 'http://127.0.0.1.evil.example', 'null']) {
    const refused = await post('/functions/echo', { origin: foreign });
    expect(refused.status).toBe(403);
    expect(refused.headers.get('access-control-allow-origin')).toBeNull();
  }
  const preflight = await fetch(`${cloud.url}/functions/echo`, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type,x-local-openid',
    },
  });
  expect(preflight.headers.get('access-control-allow-headers')).toContain('x-local-openid');
});

test('a day turned on does not end what is under way', async () => {
  const own = await startCloud({ port: 0, dataDirectory: null });
  const transaction = own.engine.begin();
  await own.advanceClock(86_400_000);
  expect(own.engine.transaction(transaction.id)).toBe(transaction);
  await own.stop();
});

test('the clock moves on for everyone, fires timers, and survives a restart', async () => {
  const before = (await get('/clock')) as { nowMs: number };
  const wrong = await post('/clock', { body: '{"advanceMs":-5}' });
  expect(wrong.status).toBe(400);
  const fiveDaysMs = 5 * 86_400_000;
  const after = await post('/clock', { body: JSON.stringify({ advanceMs: fiveDaysMs }) });
  const nowMs = (after.value as { nowMs: number }).nowMs;
  expect(Math.abs(nowMs - before.nowMs - fiveDaysMs)).toBeLessThan(5000);
  const inFunction = Number(await cloud.callFunction('time', {}));
  expect(Math.abs(inFunction - cloud.nowMs())).toBeLessThan(5000);
  const fired = readFileSync(join(functionsDirectory, 'time', 'fired.txt'), 'utf8');
  expect(fired).toBe('nightly\n'.repeat(5));
  await cloud.stop();
  cloud = await start();
  expect(cloud.nowMs()).toBeGreaterThanOrEqual(nowMs);
});

test('counters tell what was asked of the cloud', async () => {
  const before = (await get('/counters')) as Record<string, number>;
  await post('/functions/echo', { body: JSON.stringify({ a: 'x'.repeat(10_000) }) });
  const after = (await get('/counters')) as Record<string, number>;
  const grown = (name: string) => (after[name] ?? Number.NaN) - (before[name] ?? Number.NaN);
  expect(grown('requests')).toBe(2);
  expect(grown('invocations')).toBe(1);
  expect(grown('bytesReceived')).toBeGreaterThan(10_000);
  expect(grown('bytesSent')).toBeGreaterThan(10_000);
  expect(grown('documentsRead')).toBe(0);
  expect(await get('/health')).toMatchObject({ ok: true });
});

test('what is kept in the data folder is there after a restart', async () => {
  cloud.engine.addCollection('things');
  await cloud.engine.insert('things', [{ _id: 'a', n: 1 }]);
  await cloud.stop();
  cloud = await start();
  expect(cloud.engine.get('things', 'a')).toEqual({ _id: 'a', n: 1 });
});

test('a taken port, a wrong folder and wrong rules are refused with a sentence', async () => {
  await expect(startCloud({ port: cloud.port, dataDirectory: null })).rejects.toThrow(PortTaken);
  const file = join(folder.path, 'file');
  writeFileSync(file, 'x');
  await expect(startCloud({ port: 0, dataDirectory: file })).rejects.toThrow(FolderRefused);
  // The folder is in use by the cloud of this test.
  await expect(startCloud({ port: 0, dataDirectory })).rejects.toThrow(FolderRefused);
  const wrongRules = join(folder.path, 'rules.json');
  for (const content of [
    { storage: { write: 'maybe' } },
    { functions: { a: { invoke: 'maybe' } } },
  ]) {
    writeFileSync(wrongRules, JSON.stringify(content));
    const attempt = startCloud({ port: 0, dataDirectory: null, rulesFile: wrongRules });
    await expect(attempt).rejects.toThrow(/"maybe" is unknown/);
  }
});
