import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { APP_ID } from '../../../local-cloud/environment';
import { type Caller, theTimer } from '../../../local-cloud/functions/context';
import { createFunctionHost, type FunctionHost } from '../../../local-cloud/functions/host';
import { deploy, isRunning, temporaryFolder, until } from './fixture';

const folder = temporaryFolder();
const logged: Record<string, unknown>[] = [];
let offsetMs = 0;
let host: FunctionHost;

const NOBODY: Caller = { openid: null, source: 'scf' };

function makeHost(maximumWorkersPerFunction = 4, idleMs?: number): FunctionHost {
  return createFunctionHost({
    functionsDirectory: folder.path,
    environment: { GIVEN: 'yes' },
    maximumWorkersPerFunction,
    offsetMs: () => offsetMs,
    log: (event) => logged.push(event),
    ...(idleMs === undefined ? {} : { idleMs }),
  });
}

const call = async (name: string, event: unknown = {}, caller = NOBODY) =>
  JSON.parse(await host.invoke(name, JSON.stringify(event), caller));

/** Where time is not the question a busy machine may take some. */
const unhurried = { config: { timeout: 20 } };

beforeAll(() => {
  deploy(folder.path, {
    echo: {
      code: `let calls = 0;
        exports.main = async (event, context) => {
          calls += 1;
          console.log('said ' + event.say);
          return { event, context, calls, pid: process.pid, environment: process.env };
        };`,
    },
    slow: {
      code: `exports.main = (event) =>
        new Promise((resolve) => setTimeout(() => resolve({ pid: process.pid }), event.ms));`,
      config: { timeout: 1 },
    },
    busy: { code: 'exports.main = () => { for (;;); };', config: { timeout: 0.3 } },
    throws: {
      code: `exports.main = async () => { throw new Error('broken rule'); };`,
      ...unhurried,
    },
    exits: { code: 'exports.main = () => process.exit(3);', ...unhurried },
    late: {
      code: `exports.main = () => new Promise(() => setTimeout(() => { throw 1; }, 10));`,
      ...unhurried,
    },
    hungry: {
      code: `const kept = [];
        exports.main = () => { for (;;) kept.push(new Array(1e5).fill({})); };`,
      config: { memorySize: 64, timeout: 20 },
    },
    unloadable: { code: `throw new Error('cannot load');`, ...unhurried },
    handlerless: { code: 'exports.other = 1;', ...unhurried },
    silent: { code: 'exports.main = () => undefined;', config: { timeout: 20 } },
    huge: { code: `exports.main = () => 'x'.repeat(7 * 1024 * 1024);`, ...unhurried },
    circular: { code: 'exports.main = () => { const a = {}; a.a = a; return a; };', ...unhurried },
    clock: {
      code: `class Later extends Date {}
        exports.main = () => ({ now: Date.now(), made: new Date().getTime(),
          text: Date(), fixed: new Date(0).toISOString(), is: new Date() instanceof Date,
          constructed: new Date().constructor === Date, extended: new Later() instanceof Later,
          later: new Later().getTime(), utc: Date.UTC(2026, 0), elapsed: performance.now() });`,
    },
    misconfigured: { code: 'exports.main = () => 1;', config: { timeout: 'long' } },
  });
});
beforeEach(() => {
  offsetMs = 0;
  host = makeHost();
});
afterEach(() => host.stop());
afterAll(() => folder.remove());

test('hands over event, context and environment, and nothing of the parent', async () => {
  process.env.PARENT_SECRET = 'must not leak';
  const caller: Caller = { openid: 'oPerson', source: 'wx_client' };
  const { event, context, environment } = await call('echo', { say: 'hi' }, caller);
  expect(event).toEqual({ say: 'hi' });
  expect(context).toMatchObject({
    function_name: 'echo',
    namespace: 'local-env',
    memory_limit_in_mb: 256,
    // Nobody deployed a limit: the platform gives three seconds.
    time_limit_in_ms: 3000,
  });
  expect(JSON.parse(context.environment)).toMatchObject({ WX_OPENID: 'oPerson' });
  expect(context.environ).toContain('WX_OPENID=oPerson');
  expect(environment).toMatchObject({ GIVEN: 'yes', TZ: 'UTC', WX_OPENID: 'oPerson' });
  expect(environment).not.toHaveProperty('PARENT_SECRET');
  expect(environment).not.toHaveProperty('NODE_OPTIONS');
  // The output comes through a pipe of its own and may arrive after the answer.
  await until(() => logged.length > 0);
  expect(logged).toContainEqual({
    event: 'function-output',
    function: 'echo',
    stream: 'stdout',
    line: 'said hi',
  });
});

test('what a request left in the process stays there, as on the platform', async () => {
  const first = await call('echo', {}, { openid: 'oPerson', source: 'wx_client' });
  const second = await call('echo', {}, { openid: null, source: null });
  expect(second.pid).toBe(first.pid);
  expect(second.environment).toMatchObject({ WX_OPENID: 'oPerson', TCB_SOURCE: 'wx_client' });
  expect(second.environment.WX_CONTEXT_KEYS).toContain('WX_OPENID');
  // The context is the call's own.
  expect(JSON.parse(second.context.environment)).not.toHaveProperty('WX_OPENID');
  expect(second.context.environ).not.toContain('oPerson');
  expect(host.runningRequest(first.environment.WX_API_TOKEN)).toBeNull();
  const third = await call('echo', {}, { openid: 'o=b', source: 'wx_client' });
  expect(third.environment.WX_OPENID).toBe('o');
  expect(JSON.parse(third.context.environment).WX_OPENID).toBe('o=b');
});

const administrator: Caller = { openid: null, source: null };
test.each<[string, Caller, Record<string, string>]>([
  ['a WeChat user', { openid: 'oA', source: 'wx_client' }, { WX_OPENID: 'oA', WX_APPID: APP_ID }],
  ['a web user', { openid: null, uid: 'u1', source: 'web_client' }, { TCB_UUID: 'u1' }],
  ['a client who did not sign in', { openid: null, source: 'web_client' }, {}],
  ['the timer', theTimer, { TRIGGER_SRC: 'timer', TCB_SOURCE: 'wx_trigger' }],
  ["the administrator's key", administrator, {}],
])('the context says of %s what the platform says, and no more', async (_name, caller, said) => {
  const { context } = await call('echo', {}, caller);
  const environment = JSON.parse(context.environment);
  const pairs = context.environ.split(';').map((pair: string) => pair.split('='));
  expect(Object.fromEntries(pairs)).toEqual(environment);
  expect(environment).toMatchObject(said);
  const identities = ['WX_OPENID', 'WX_APPID', 'TCB_UUID', 'TRIGGER_SRC'];
  expect(identities.filter((key) => key in environment).sort()).toEqual(
    Object.keys(said)
      .filter((key) => identities.includes(key))
      .sort(),
  );
});

test('a warm worker is used again, a cold start is a fresh process', async () => {
  const first = await call('echo');
  const second = await call('echo');
  expect([first.calls, second.calls]).toEqual([1, 2]);
  expect(host.counters()).toEqual({ invocations: 2, coldStarts: 1, workers: 1 });
  await host.stop();
  expect(isRunning(first.pid)).toBe(false);
  host = makeHost();
  const third = await call('echo');
  expect(third.calls).toBe(1);
  expect(third.pid).not.toBe(first.pid);
});

test('requests at the same time get their own workers, up to the maximum, then wait', async () => {
  await host.stop();
  host = makeHost(2);
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => call('slow', { ms: 50 })));
  expect(new Set(answers.map(({ pid }) => pid)).size).toBe(2);
  expect(host.counters()).toEqual({ invocations: 5, coldStarts: 2, workers: 2 });
});

test('idle workers are dropped after a while', async () => {
  await host.stop();
  host = makeHost(4, 50);
  const { pid } = await call('echo');
  await until(() => !isRunning(pid));
  expect(host.counters().workers).toBe(0);
  expect((await call('echo')).calls).toBe(1);
});

test.each([
  ['missing', 'FUNCTION_NOT_FOUND', -501000, 404, /could not be found/],
  ['../echo', 'FUNCTION_NOT_FOUND', -501000, 404, /could not be found/],
  ['throws', 'FUNCTIONS_EXECUTE_FAIL', -504002, 500, /broken rule/],
  ['exits', 'FUNCTIONS_EXECUTE_FAIL', -504002, 500, /User process exit.*code 3/],
  ['late', 'FUNCTIONS_EXECUTE_FAIL', -504002, 500, /User process exit/],
  ['busy', 'FUNCTIONS_TIME_LIMIT_EXCEEDED', -504003, 504, /timed out after 0.3 seconds/],
  ['unloadable', 'FUNCTIONS_EXECUTE_FAIL', -504002, 500, /cannot load/],
  ['handlerless', 'FUNCTIONS_EXECUTE_FAIL', -504002, 500, /index.main/],
  ['circular', 'FUNCTIONS_EXECUTE_FAIL', -504002, 500, /circular/],
  ['huge', 'FUNCTIONS_RESULT_SIZE_EXCEED_LIMIT', -604001, 500, /6MB/],
  ['hungry', 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED', -504002, 500, /Memory limit/],
  ['misconfigured', 'FUNCTIONS_EXECUTE_FAIL', -504002, 500, /config.json.*timeout/],
])('%s fails as %s', async (name, code, errCode, httpStatus, message) => {
  const failure = expect.objectContaining({ code, errCode, httpStatus });
  const attempt = call(name);
  await expect(attempt).rejects.toEqual(failure);
  await expect(attempt).rejects.toThrow(message);
});

test('an event over 6 MB is refused, one just below is served', async () => {
  const say = 'x'.repeat(6 * 1024 * 1024);
  await expect(call('echo', { say })).rejects.toMatchObject({ code: 'EXCEED_REQUEST_SIZE_LIMIT' });
  expect(await call('silent', { say: say.slice(20) })).toBeNull();
});

test('after a time-out or a crash the next request is served by a new worker', async () => {
  const { pid } = await call('slow', { ms: 1 });
  await expect(call('slow', { ms: 5000 })).rejects.toMatchObject({ errCode: -504003 });
  await until(() => !isRunning(pid));
  expect((await call('slow', { ms: 1 })).pid).not.toBe(pid);
});

test('a worker killed amid a request fails that request at once, and only that', async () => {
  const running = call('slow', { ms: 900 });
  const failed = expect(running).rejects.toThrow(/SIGKILL/);
  await until(() => host.workerPids().length === 1);
  await new Promise((resolve) => setTimeout(resolve, 200));
  process.kill(host.workerPids()[0] as number, 'SIGKILL');
  await failed;
  expect(await call('slow', { ms: 1 })).toHaveProperty('pid');
});

test('a rebuilt function is served anew', async () => {
  const first = await call('echo');
  const entry = join(folder.path, 'echo', 'index.js');
  utimesSync(entry, new Date(), new Date(Date.now() + 5000));
  const second = await call('echo');
  expect(second.pid).not.toBe(first.pid);
  await until(() => !isRunning(first.pid));
});

test('a worker’s clock carries the offset, and a running worker notices a change', async () => {
  const before = await call('clock');
  expect(Math.abs(before.now - Date.now())).toBeLessThan(5000);
  offsetMs = 5 * 86_400_000;
  const after = await call('clock');
  expect(host.counters().coldStarts).toBe(1);
  for (const instantMs of [after.now, after.made, after.later, Date.parse(after.text)]) {
    expect(Math.abs(instantMs - offsetMs - Date.now())).toBeLessThan(5000);
  }
  expect(after).toMatchObject({ fixed: '1970-01-01T00:00:00.000Z', is: true, constructed: true });
  expect(after).toMatchObject({ extended: true, utc: Date.UTC(2026, 0) });
  expect(after.elapsed).toBeLessThan(60_000);
});

test('stopping ends every worker and refuses what still waits', async () => {
  const running = call('slow', { ms: 900 });
  const refused = expect(running).rejects.toMatchObject({ code: 'SYS_ERR' });
  await until(() => host.workerPids().length === 1);
  const [pid] = host.workerPids();
  await host.stop();
  await refused;
  expect(isRunning(pid as number)).toBe(false);
  await expect(call('echo')).rejects.toThrow(/stopping/);
});
