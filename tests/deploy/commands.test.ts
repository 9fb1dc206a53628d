import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import deployFile from '../../cloudbaserc.json';
import indexes from '../../config/database/indexes.json';
import { bothSecrets, sampleSecret } from './fixture';
import { isWrite, type StandIn, startStandIn } from './stand-in/server';

const root = path.resolve(__dirname, '../..');
const home = mkdtempSync(path.join(tmpdir(), 'deploy-home-'));
const key = { TENCENTCLOUD_SECRETKEY: 'never-to-be-printed' };

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn();
});
afterAll(async () => {
  await standIn.stop();
  rmSync(home, { recursive: true });
});

type Ran = { code: number | null; said: string };

/** The command as npm runs it, of this project as it is built, led to the stand-in. */
function run(command: string, words: string[], environment: NodeJS.ProcessEnv): Promise<Ran> {
  const { PATH } = process.env;
  const redirect = path.join(__dirname, 'stand-in/redirect.cjs');
  const file = path.join(root, 'config/deploy', `${command}.ts`);
  const node = ['--require', redirect, '--import', 'tsx', file, ...words];
  const env = { PATH, HOME: home, STAND_IN_URL: standIn.url, ...environment };
  const child = spawn(process.execPath, node, {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      said += String(text);
    });
  }
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, said })));
}

const known = () => ({ ...key, TENCENTCLOUD_SECRETID: standIn.account.secretId });
const here = () => ['--env', standIn.account.environmentId];

test('this project: deployed, deployed again, checked, and a drift found', async () => {
  const environment = { ...known(), ...bothSecrets };
  const first = await run('deploy', [...here(), '--yes'], environment);
  expect(first.said).toContain('读回来和这里的一样');
  expect(first.code).toBe(0);
  const { account } = standIn;
  expect([...account.collections.keys()].sort()).toEqual(Object.keys(indexes).sort());
  expect([...account.functions.keys()].sort()).toEqual(
    deployFile.functions.map(({ name }) => name).sort(),
  );
  const writes = standIn.requests.filter(isWrite).length;
  const second = await run('deploy', [...here(), '--yes'], environment);
  expect(second).toEqual({ code: 0, said: expect.stringContaining('没有要改的') });
  expect(standIn.requests.filter(isWrite).length).toBe(writes);

  Object.assign(account.functions.get('jobs') ?? {}, { Timeout: 3 });
  const drifted = await run('deploy-check', here(), known());
  expect(drifted).toEqual({ code: 1, said: expect.stringContaining('jobs 的超时是 3 秒') });
  for (const { said } of [first, second, drifted]) {
    expect(said).not.toContain(sampleSecret);
    expect(said).not.toContain(key.TENCENTCLOUD_SECRETKEY);
  }
}, 240_000);

test('who has a wrong key is told what to do, without a trace', async () => {
  const stranger = { ...key, TENCENTCLOUD_SECRETID: 'somebody-else' };
  const wrong = await run('deploy', [...here(), '--yes'], { ...stranger, ...bothSecrets });
  expect(wrong).toEqual({ code: 2, said: expect.stringContaining('密钥不对或已失效') });
  expect(wrong.said).not.toMatch(/\n\s+at /);
  expect(wrong.said).not.toContain(key.TENCENTCLOUD_SECRETKEY);
}, 120_000);
