import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Cloud, startCloud } from '../../../local-cloud';
import { deploy, temporaryFolder } from '../functions/fixture';

/** The unmodified @cloudbase/node-sdk, bundled into functions as it is when deployed. */
const folder = temporaryFolder();
const indexesFile = join(folder.path, 'indexes.json');
let cloud: Cloud;

const CALLS = `
  const tcb = require('@cloudbase/node-sdk');
  const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV });
  const db = app.database();
  const actions = {
    identity: async (event, context) => ({
      context: tcb.getCloudbaseContext(context),
      user: app.auth().getUserInfo(),
      address: app.auth().getClientIP(),
      event,
    }),
    nested: async (event) => {
      const { result } = await app.callFunction({ name: 'calls', data: { ...event.inner } });
      return result;
    },
    failing: async (event) => {
      try {
        return await app.callFunction({ name: event.name, data: {} });
      } catch ({ code, message, requestId }) {
        return { code, message, requestId };
      }
    },
    add: async (event) => db.collection('things').doc(event.id).set({ n: event.n }),
    get: async (event) => (await db.collection('things').doc(event.id).get()).data,
    transfer: async () => db.runTransaction(async (t) => {
      const { data } = await t.collection('things').doc('a').get();
      await t.collection('things').doc('a').update({ n: data.n + 1 });
      return data.n + 1;
    }),
    upload: async (event) => app.uploadFile({
      cloudPath: event.path, fileContent: Buffer.from(event.text) }),
    download: async (event) => {
      const { fileContent } = await app.downloadFile({ fileID: event.fileID });
      return fileContent.toString();
    },
    info: async (event) => (await app.getFileInfo({ fileList: [event.fileID] })).fileList,
    addresses: async (event) => (await app.getTempFileURL({ fileList: event.list })).fileList,
    copy: async (event) => (await app.copyFile({ fileList: [event.item] })).fileList,
    authorityOf: async (event) => (await app.getFileAuthority({ fileList: event.list })).data,
    openApiBytes: async (event) => {
      const requestData = Buffer.from(event.text);
      return app.callCompatibleWxOpenApi({ apiName: 'wxacode.getUnlimited', requestData });
    },
    remove: async (event) => (await app.deleteFile({ fileList: event.list })).fileList,
    authority: async () => app.auth().queryUserInfo({ uid: 'u1' }),
    wxApi: async (event) => (await app.callWxOpenApi({
      apiName: event.api, requestData: event.data })).result,
  };
  exports.main = async (event, context) => {
    try {
      return await actions[event.do](event, context);
    } catch (error) {
      return { thrown: { code: error.code, message: error.message } };
    }
  };`;

beforeAll(async () => {
  writeFileSync(indexesFile, JSON.stringify({ things: [] }));
  deploy(folder.path, {
    calls: {
      bundle: true,
      code: CALLS,
      config: { timeout: 20, permissions: { openapi: ['phonenumber.getPhoneNumber'] } },
    },
    throws: { code: `exports.main = async () => { throw new Error('broken rule'); };` },
    sleeps: { code: 'exports.main = () => new Promise(() => {});', config: { timeout: 0.3 } },
  });
  cloud = await startCloud({
    port: 0,
    dataDirectory: null,
    functionsDirectory: folder.path,
    indexesFile,
  });
});
afterAll(async () => {
  await cloud.stop();
  folder.remove();
});

const call = (action: string, event: object = {}, openid?: string) =>
  cloud.callFunction('calls', { do: action, ...event }, openid) as Promise<
    Record<string, unknown> & Record<string, unknown>[]
  >;

test('a function knows the WeChat user who calls it', async () => {
  const answer = await call('identity', { x: 1 }, 'oPerson');
  expect(answer.context).toMatchObject({ WX_OPENID: 'oPerson', TCB_ENV: 'local-env' });
  expect(answer.context).toHaveProperty('WX_APPID');
  expect(answer.user).toMatchObject({ openId: 'oPerson' });
  expect(answer.event).toMatchObject({ x: 1, userInfo: { openId: 'oPerson' } });
});

test('without an identity there is none, whatever the event claims', async () => {
  const claim = { userInfo: { openId: 'oThief' }, openid: 'oThief' };
  const answer = await call('identity', claim);
  expect(answer.context).not.toHaveProperty('WX_OPENID');
  expect(answer.context).not.toHaveProperty('WX_APPID');
  expect(answer.user).toMatchObject({ openId: '' });
  const honest = await call('identity', claim, 'oHonest');
  expect(honest.event).toMatchObject({ userInfo: { openId: 'oHonest' } });
});

test('a function calls another as the same user, also a third', async () => {
  const inner = { do: 'nested', inner: { do: 'identity' } };
  const answer = await call('nested', { inner }, 'oPerson');
  expect(answer.context).toMatchObject({ WX_OPENID: 'oPerson', TCB_SOURCE: 'wx_client,scf' });
  const nobody = await call('nested', { inner: { do: 'identity' } });
  expect(nobody.context).not.toHaveProperty('WX_OPENID');
});

test('failures of a called function arrive with the platform’s code', async () => {
  expect(await call('failing', { name: 'throws' })).toMatchObject({
    code: 'FUNCTIONS_EXECUTE_FAIL',
    message: expect.stringContaining('broken rule'),
    requestId: expect.stringMatching(/./),
  });
  expect(await call('failing', { name: 'sleeps' })).toMatchObject({
    code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
  });
  expect(await call('failing', { name: 'absent' })).toMatchObject({ code: 'FUNCTION_NOT_FOUND' });
});

test('the database is reached, with transactions', async () => {
  await call('add', { id: 'a', n: 41 });
  expect(await call('transfer')).toBe(42);
  expect(await call('get', { id: 'a' })).toEqual([{ _id: 'a', n: 42 }]);
  expect(cloud.engine.get('things', 'a')).toEqual({ _id: 'a', n: 42 });
});

test('files go up, come down, are copied and removed', async () => {
  const path = '报表/2026 #1.txt';
  const { fileID } = await call('upload', { path, text: '内容' });
  expect(fileID).toBe(`cloud://local-env.local/${path}`);
  expect(await call('download', { fileID })).toBe('内容');
  expect(await call('info', { fileID })).toEqual([
    expect.objectContaining({ code: 'SUCCESS', size: 6 }),
  ]);
  const item = { srcPath: path, dstPath: 'copies/2026 #1.txt', removeOriginal: true };
  const [copied] = await call('copy', { item });
  expect(copied).toMatchObject({ code: 'SUCCESS' });
  expect(await call('download', { fileID: copied?.fileID })).toBe('内容');
  const list = [fileID, copied?.fileID];
  expect(await call('remove', { list })).toEqual([
    { fileID, code: 'STORAGE_FILE_NONEXIST' },
    { fileID: copied?.fileID, code: 'SUCCESS' },
  ]);
  expect(await call('download', { fileID: copied?.fileID })).toMatchObject({
    thrown: { code: 'STORAGE_FILE_NONEXIST' },
  });
});

test('a file that is not there says so, whatever its id looks like', async () => {
  const missing = { code: 'STORAGE_FILE_NONEXIST' };
  for (const fileID of ['cloud://local-env.local/no.txt', 'cloud://x.y/no.txt', 'no-id-at-all']) {
    expect(await call('download', { fileID })).toMatchObject({ thrown: missing });
    expect(await call('addresses', { list: [fileID] })).toEqual([expect.objectContaining(missing)]);
    expect(await call('remove', { list: [fileID] })).toEqual([{ fileID, ...missing }]);
  }
});

test('what a user may do with a file is told by the rules', async () => {
  const { fileID: path } = await call('upload', { path: 'mine.txt', text: 'x' });
  const list = [{ path, type: 'READ' }];
  const answer = await call('authorityOf', { list }, 'oPerson');
  expect(answer).toEqual([{ path, cosFileId: expect.any(String), read: false, write: false }]);
  const absent = [{ path: 'cloud://local-env.local/no.txt', type: 'READ' }];
  expect(await call('authorityOf', { list: absent }, 'oPerson')).toMatchObject({
    thrown: { code: 'STORAGE_FILE_NONEXIST' },
  });
});

test('bytes that are no message of an open API are a wrong parameter', async () => {
  const text = JSON.stringify({ name: 'jamespeng' });
  expect(await call('openApiBytes', { text })).toMatchObject({ thrown: { code: 'INVALID_PARAM' } });
});

/** As node-sdk 2 and wx-server-sdk up to 3.0 upload: a form to the address that was given. */
async function postForm(path: string, key: string, content: string) {
  const headers = { authorization: `Bearer ${cloud.environment.TENCENTCLOUD_SECRETKEY}` };
  const body = JSON.stringify({ action: 'storage.getUploadMetadata', path });
  const asked = await fetch(`${cloud.url}/admin`, { method: 'POST', headers, body });
  const { data } = (await asked.json()) as { data: Record<string, string> };
  const form = new FormData();
  form.append('Signature', data.authorization ?? '');
  form.append('x-cos-security-token', data.token ?? '');
  form.append('x-cos-meta-fileid', data.cosFileId ?? '');
  form.append('key', key);
  form.append('file', new Blob([content], { type: 'text/plain' }), 'a "name".txt');
  const answer = await fetch(data.url ?? '', { method: 'POST', body: form });
  return { fileID: data.fileId, status: answer.status, text: await answer.text() };
}

test('a form carries a file up as well', async () => {
  const path = '报表/form #1.txt';
  const content = '内容\r\n--not-the-end\r\n';
  const { fileID, status, text } = await postForm(path, path, content);
  expect([status, text]).toEqual([204, '']);
  expect(await call('download', { fileID })).toBe(content);
  const other = await postForm(path, '报表/other.txt', 'x');
  expect(other.status).toBe(403);
  expect(other.text).toContain('<Code>STORAGE_EXCEED_AUTHORITY</Code>');
  expect(await call('download', { fileID })).toBe(content);
});

test('an upload to a path that could leave its place is refused', async () => {
  expect(await call('upload', { path: '../../etc/passwd', text: 'x' })).toMatchObject({
    thrown: { code: 'INVALID_PARAM' },
  });
});

test('a temporary address opens without any right, until it expires', async () => {
  const { fileID } = await call('upload', { path: 'a.txt', text: 'seen' });
  const [entry] = await call('addresses', { list: [{ fileID, maxAge: 60 }] });
  const url = String(entry?.tempFileURL);
  const response = await fetch(url);
  expect(await response.text()).toBe('seen');
  expect((await fetch(`${url}0`)).status).toBe(403);
  await cloud.advanceClock(61_000);
  expect((await fetch(url)).status).toBe(403);
});

test('the JSON way to WeChat’s APIs', async () => {
  const api = 'phonenumber.getPhoneNumber';
  expect(await call('wxApi', { api, data: { code: 'phone:13900000001' } })).toMatchObject({
    errcode: 0,
    phone_info: { purePhoneNumber: '13900000001' },
  });
  const data = { scene: 'a' };
  expect(await call('wxApi', { api: 'wxacode.getUnlimited', data })).toMatchObject({
    errcode: -604101,
  });
});

test('an unknown action and an unknown user say so', async () => {
  expect(await call('authority')).toMatchObject({ thrown: { code: 'INVALID_PARAM' } });
  const response = await fetch(`${cloud.url}/admin`, {
    method: 'POST',
    headers: { authorization: `Bearer ${cloud.environment.TENCENTCLOUD_SECRETKEY}` },
    body: JSON.stringify({ action: 'storage.paint' }),
  });
  expect(await response.json()).toEqual({
    code: 'INVALID_ACTION',
    message: 'unknown action: storage.paint',
    requestId: expect.any(String),
  });
});

test('who does not know the credentials is refused', async () => {
  const body = JSON.stringify({ action: 'database.getDocument', collectionName: 'things' });
  for (const authorization of ['', 'Bearer x', 'TC3-HMAC-SHA256 Credential=AKIDx/2026/tcb']) {
    const response = await fetch(`${cloud.url}/admin`, {
      method: 'POST',
      headers: { authorization },
      body,
    });
    expect(await response.json()).toMatchObject({ code: 'SIGN_PARAM_INVALID' });
  }
});
