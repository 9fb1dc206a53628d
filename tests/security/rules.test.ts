import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import rules from '../../config/database/rules.json';
import { registry } from '../../config/run/registry';
import { type Cloud, startCloud } from '../../local-cloud';
import { deploy, temporaryFolder } from '../local-cloud/functions/fixture';

const root = path.resolve(__dirname, '../..');
const folder = temporaryFolder();
const functionsDirectory = path.join(folder.path, 'functions');
let cloud: Cloud;

/** The deployed rules over functions of the real names, which only say that they were reached. */
beforeAll(async () => {
  const reached = { code: 'exports.main = () => ({ reached: true });' };
  deploy(functionsDirectory, Object.fromEntries(Object.keys(registry).map((n) => [n, reached])));
  const dataDirectory = path.join(folder.path, 'data');
  const rulesFile = path.join(root, 'config/database/rules.json');
  const indexesFile = path.join(root, 'config/database/indexes.json');
  const folders = { dataDirectory, functionsDirectory };
  cloud = await startCloud({ port: 0, ...folders, rulesFile, indexesFile });
});
afterAll(async () => {
  await cloud.stop();
  folder.remove();
});

test('the rules are the ones that were decided, word by word', () => {
  expect(rules).toEqual({
    database: { read: false, write: false },
    storage: { read: false, write: 'auth.openid != null && resource.openid == auth.openid' },
    functions: { '*': { invoke: 'auth != null' }, jobs: { invoke: false } },
  });
});

type Sent = {
  method?: string;
  openid?: string;
  body?: string;
  authorization?: string;
  origin?: string;
};
async function send(address: string, sent: Sent) {
  const { method = 'POST', openid, body, authorization, origin } = sent;
  const response = await fetch(cloud.url + address, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(openid && { 'x-local-openid': openid }),
      ...(authorization && { authorization }),
      ...(origin && { origin }),
    },
    ...(body !== undefined && { body }),
  });
  return { status: response.status, text: await response.text() };
}

/** Every action of the wire, found in the source that speaks it: one added later is tried too. */
function actionsOfTheWire(): string[] {
  const files = ['protocol/index.ts', 'storage/actions.ts', 'server/admin.ts'];
  const text = files.map((file) => readFileSync(path.join(root, 'local-cloud', file), 'utf8'));
  const named = text.join('').matchAll(/'((?:database|storage|functions|wx|auth)\.\w+)'/g);
  return [...new Set([...named].map(([, name]) => name ?? ''))];
}
const actions = actionsOfTheWire();

test('the wire speaks what is expected to be tried', () => {
  expect(actions.filter((name) => name.startsWith('database.')).length).toBeGreaterThan(10);
  expect(actions.filter((name) => name.startsWith('storage.')).length).toBeGreaterThan(3);
});

const victim = { collectionName: 'persons', query: '{}', queryType: 'WHERE', data: '{"a":1}' };

test.each(actions)('a phone, a page or a stranger may not do %s', async (action) => {
  await cloud.engine.set('persons', 'somebody', { openid: 'oVictim' });
  const before = JSON.stringify(cloud.engine.find('persons'));
  const files = { path: 'x', fileid_list: ['cloud://x/y'], file_list: [{ fileid: 'cloud://x/y' }] };
  const body = JSON.stringify({ action, ...victim, ...files, function_name: 'jobs' });
  for (const authorization of [undefined, 'Bearer guessed', 'TC3 Credential=guessed/x']) {
    for (const openid of ['oSomebody', undefined]) {
      const sent = { body, ...(openid && { openid }), ...(authorization && { authorization }) };
      const answer = await send('/admin', sent);
      expect(answer.text).toMatch(/SIGN_PARAM_INVALID/);
      expect(answer.text).not.toContain('oVictim');
      const asClient = await send('/database', sent);
      expect(asClient.status).toBe(403);
      expect(asClient.text).toMatch(/PERMISSION_DENIED/);
    }
  }
  expect(JSON.stringify(cloud.engine.find('persons'))).toBe(before);
});

const upload = (name: string, openid: string | undefined, body: string) =>
  send(`/storage/upload?path=${encodeURIComponent(name)}`, { ...(openid && { openid }), body });

test('a file is created by its owner and touched by nobody else', async () => {
  expect((await upload('evidence/a.jpg', 'oA', 'one')).status).toBe(200);
  expect((await upload('evidence/a.jpg', 'oB', 'two')).status).toBe(403);
  expect((await upload('evidence/a.jpg', undefined, 'two')).status).toBe(403);
  expect((await upload('evidence/new.jpg', undefined, 'two')).status).toBe(403);
});

// CloudBase: `write` is uploading, overwriting and deleting alike. So whoever owns a file may
// put another in its place; what must not change has to lie where no client is the owner.
test('the owner may put another file in its place, as the rule for writing says', async () => {
  const fileOf = async (body: string) => (await upload('evidence/twice.jpg', 'oA', body)).status;
  expect(await fileOf('one')).toBe(200);
  expect(await fileOf('another')).toBe(200);
  expect((await upload('evidence/twice.jpg', 'oB', 'a third')).status).toBe(403);
});

test('no client can delete a file: this cloud speaks no such call', async () => {
  const { text } = await upload('evidence/stays.jpg', 'oA', 'stays');
  const { fileID } = JSON.parse(text) as { fileID: string };
  const body = JSON.stringify({ action: 'storage.batchDeleteFile', fileid_list: [fileID] });
  for (const openid of ['oA', 'oB']) {
    for (const address of ['/storage/delete', '/storage/evidence/stays.jpg', '/storage']) {
      for (const method of ['DELETE', 'POST']) {
        expect((await send(address, { method, openid, body })).status).toBe(404);
      }
    }
  }
  // Somebody else could only take the path if the file were gone.
  expect((await upload('evidence/stays.jpg', 'oB', 'taken')).status).toBe(403);
});

/** A cloud of its own under other rules. */
async function underRules<T>(content: object, ask: (url: string) => Promise<T>): Promise<T> {
  const rulesFile = path.join(folder.path, 'other-rules.json');
  writeFileSync(rulesFile, JSON.stringify(content));
  const other = await startCloud({ port: 0, dataDirectory: null, rulesFile });
  try {
    return await ask(other.url);
  } finally {
    await other.stop();
  }
}

test('the rule for writing decides, also over the owner’s own file', async () => {
  const storage = { read: false, write: false };
  const status = await underRules({ storage }, async (url) => {
    const address = `${url}/storage/upload?path=evidence/a.jpg`;
    const headers = { 'x-local-openid': 'oA' };
    return (await fetch(address, { method: 'POST', headers, body: 'one' })).status;
  });
  expect(status).toBe(403);
});

test('the rule for the database decides: with another one, it is not what refuses', async () => {
  const saidTo = async (url: string, action: string, openid?: string) => {
    const headers: Record<string, string> = openid ? { 'x-local-openid': openid } : {};
    const body = JSON.stringify({ action, ...victim });
    return (await fetch(`${url}/database`, { method: 'POST', headers, body })).text();
  };
  const [reading, writing] = ['database.getDocument', 'database.insertDocument'];
  const closed = /DATABASE_PERMISSION_DENIED/;
  const unspoken = /INVALID_ACTION: this cloud speaks no database calls/;
  await underRules({ database: { read: true, write: 'auth != null' } }, async (url) => {
    expect(await saidTo(url, reading)).toMatch(unspoken);
    expect(await saidTo(url, writing)).toMatch(closed);
    expect(await saidTo(url, writing, 'oA')).toMatch(unspoken);
  });
  expect(await saidTo(cloud.url, reading, 'oA')).toMatch(closed);
  const unread = underRules({ database: { read: 'doc.open == 1' } }, async () => null);
  await expect(unread).rejects.toThrow(/is unknown|cannot read/);
});

test('no client reads a file, not even its own, and gets no address for it', async () => {
  const { text } = await upload('evidence/own.jpg', 'oA', 'private bytes');
  const { fileID } = JSON.parse(text) as { fileID: string };
  const places = ['evidence/own.jpg', fileID, encodeURIComponent(fileID), '0'.repeat(64)];
  for (const place of places) {
    for (const address of [`/storage/download/${place}`, `/storage/${place}`, `/${place}`]) {
      const answer = await send(address, { method: 'GET', openid: 'oA' });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.text).not.toContain('private bytes');
    }
  }
  for (const address of ['/storage/temp', '/storage/getTempFileURL', '/storage/url']) {
    const answer = await send(address, { openid: 'oA', body: JSON.stringify({ fileID }) });
    expect(answer.status).toBeGreaterThanOrEqual(400);
  }
});

test.each(Object.keys(registry))('function %s refuses a page of nobody', async (name) => {
  const page = { body: '{}', origin: 'https://example.com' };
  const answer = await send(`/functions/${name}`, page);
  expect([name, answer.status]).toEqual([name, 403]);
  expect(answer.text).not.toContain('reached');
});

test.each(Object.keys(registry))('function %s is open to phones, but for jobs', async (name) => {
  for (const openid of ['oA', 'town-admin']) {
    const timer = { Type: 'Timer', TriggerName: 'seal-day' };
    const answer = await send(`/functions/${name}`, { openid, body: JSON.stringify(timer) });
    expect([name, answer.status]).toEqual([name, name === 'jobs' ? 403 : 200]);
    expect(answer.text.includes('reached')).toBe(name !== 'jobs');
  }
});
