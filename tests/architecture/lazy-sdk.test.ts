import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import {
  lazySdk,
  loadWhenUsed,
  modelsWhenUsed,
  seldomNeeded,
} from '../../config/functions/lazy-sdk';
import { root } from './source-files';

const run = promisify(execFile);
const sdk = path.join(root, 'node_modules/@cloudbase/node-sdk/dist');

const cases = Object.entries(seldomNeeded).flatMap(([file, parts]) =>
  parts.map((part) => [file, part] as const),
);

test.each(cases)('%s asks for %s when it is first used', (file, part) => {
  const source = readFileSync(path.join(sdk, file), 'utf8');
  const changed = loadWhenUsed(source, part);
  expect(changed).toContain(`require("${part}")`);
  expect(changed).not.toMatch(new RegExp(`^const .*require\\("${part}"\\)`, 'm'));
});

test('an SDK that asks in another way is refused, not silently loaded at once', () => {
  const notInALine = 'const { get } = require("axios");';
  expect(() => loadWhenUsed(notInALine, 'axios')).toThrow('no longer asks for axios');
  const asAValue = 'const a_1 = require("axios");\na_1.get();\nexports.a = a_1;';
  expect(() => loadWhenUsed(asAValue, 'axios')).toThrow('no longer uses axios');
  const words = 'no longer makes its data models';
  expect(() => modelsWhenUsed('this.models = makeModels();')).toThrow(words);
});

test('a class of a part is made, not called', () => {
  const source = 'const a_1 = require("a");\nexports.make = () => new a_1.Thing(1);';
  const changed = loadWhenUsed(source, 'a').replace('exports.make = ', 'return ');
  const Thing = class {
    constructor(readonly value: number) {}
  };
  const make = new Function('require', changed)(() => ({ Thing })) as () => unknown;
  expect(make()).toEqual(new Thing(1));
});

/** Uses every part that was put off, in one bundle, as a deployed function would. */
const user = `
const tcb = require('@cloudbase/node-sdk');
const http = require('http');
const credentials = { private_key_id: 'id', private_key: process.env.KEY, env_id: 'env' };
const app = tcb.init({ env: 'env', secretId: 'a', secretKey: 'b', credentials });
const proxied = (proxy) => tcb
  .init({ env: 'env', secretId: 'a', secretKey: 'b', proxy, timeout: 500 })
  .database().collection('any').get().catch((error) => error.code ?? error.message);
(async () => {
  console.log('AI ' + typeof app.ai().createModel);
  console.log('TICKET ' + app.auth().createTicket('somebody').startsWith('id/@@/'));
  console.log('CLIENT ' + typeof app.requestClient.get);
  console.log('MODELS ' + typeof app.models.goods.list + ' ' + (app.models === app.models));
  console.log('SQL ' + typeof app.rdb().from);
  const server = http.createServer((request, response) => {
    console.log('PROXY ' + request.method);
    response.destroy();
  });
  server.on('connect', (request, socket) => {
    console.log('PROXY CONNECT');
    socket.destroy();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await proxied('http://127.0.0.1:' + port);
  server.close();
})();
`;

test('what was put off works when it is asked for', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'lazy-sdk-'));
  const outfile = path.join(folder, 'index.js');
  try {
    await build({
      stdin: { contents: user, resolveDir: root },
      outfile,
      bundle: true,
      platform: 'node',
      logLevel: 'silent',
      plugins: [lazySdk],
    });
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const environment = { PATH: process.env.PATH ?? '', TENCENTCLOUD_RUNENV: 'SCF', KEY: key };
    const { stdout } = await run(process.execPath, [outfile], { env: environment, cwd: folder });
    expect(stdout).toMatch(/^AI function$/m);
    expect(stdout).toMatch(/^TICKET true$/m);
    expect(stdout).toMatch(/^CLIENT function$/m);
    expect(stdout).toMatch(/^MODELS function true$/m);
    expect(stdout).toMatch(/^SQL function$/m);
    expect(stdout).toMatch(/^PROXY /m);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
