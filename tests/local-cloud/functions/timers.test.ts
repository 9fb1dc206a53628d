import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Clock, openClock } from '../../../local-cloud/clock';
import { createFunctionHost, type FunctionHost } from '../../../local-cloud/functions/host';
import { startTimers, type Timers } from '../../../local-cloud/functions/timers';
import { deploy, temporaryFolder, until } from './fixture';

const folder = temporaryFolder();
const DAY_MS = 86_400_000;
const START_MS = Date.parse('2026-11-23T10:00:00+08:00');
const journal = join(folder.path, 'journal.txt');

let clock: Clock;
let host: FunctionHost;
let timers: Timers;
let logged: Record<string, unknown>[];

/** Each line: trigger, instant of the event, the worker's own clock, WeChat identity. */
const firings = () =>
  readFileSync(journal, { encoding: 'utf8', flag: 'a+' })
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { event: Record<string, string>; now: number; wx: unknown });

const RECORD = `exports.main = (event, context) => {
  require('fs').appendFileSync(${JSON.stringify(journal)}, JSON.stringify({ event,
    now: Date.now(), wx: JSON.parse(context.environment).WX_OPENID ?? null,
    source: process.env.TRIGGER_SRC }) + '\\n');
  if (event.TriggerName === 'fails') throw new Error('timer failed');
};`;

function start(startMs = START_MS): void {
  clock = openClock(null, startMs - Date.now());
  logged = [];
  host = createFunctionHost({
    functionsDirectory: folder.path,
    environment: {},
    maximumWorkersPerFunction: 4,
    offsetMs: clock.offsetMs,
    log: (event) => logged.push(event),
  });
  timers = startTimers({ clock, host, log: (event) => logged.push(event) });
}

beforeAll(() => {
  const trigger = (name: string, config: string) => ({ name, type: 'timer', config });
  deploy(folder.path, {
    jobs: {
      code: RECORD,
      config: {
        triggers: [
          trigger('seal', '0 10 0 * * * *'),
          trigger('often', '0 */5 * * * * *'),
          trigger('fails', '0 0 6 * * * *'),
          trigger('yearly', '0 0 3 1 1 * *'),
        ],
      },
    },
    broken: { code: 'exports.main = () => 1;', config: { triggers: [trigger('bad', '* * *')] } },
  });
});
afterEach(async () => {
  await Promise.all([timers.stop(), host.stop()]);
  rmSync(journal, { force: true });
});
afterAll(() => folder.remove());

test('a jump fires every due trigger once per day, in order, at its own time', async () => {
  start();
  await timers.advance(2 * DAY_MS);
  const told = firings().map(({ event }) => `${event.TriggerName} ${event.Time}`);
  expect(told).toEqual([
    'often 2026-11-23T15:55:00.000Z',
    'seal 2026-11-23T16:10:00.000Z',
    'fails 2026-11-23T22:00:00.000Z',
    'often 2026-11-24T15:55:00.000Z',
    'seal 2026-11-24T16:10:00.000Z',
    'fails 2026-11-24T22:00:00.000Z',
    'often 2026-11-25T02:00:00.000Z',
  ]);
  for (const { event, now, wx } of firings()) {
    expect(event).toMatchObject({ Type: 'Timer', Message: '' });
    expect(Math.abs(now - Date.parse(event.Time as string))).toBeLessThan(3000);
    expect(wx).toBeNull();
  }
  expect(Math.abs(clock.nowMs() - START_MS - 2 * DAY_MS)).toBeLessThan(5000);
  expect(logged).toContainEqual(
    expect.objectContaining({ event: 'timer', trigger: 'fails', ok: false }),
  );
  expect(logged).toContainEqual(
    expect.objectContaining({ event: 'bad-function', function: 'broken' }),
  );
});

test('a jump within a day fires only what it passes', async () => {
  start();
  await timers.advance(60_000);
  expect(firings()).toHaveLength(0);
  await timers.advance(5 * 60_000);
  expect(firings().map(({ event }) => event.TriggerName)).toEqual(['often']);
});

test('without a jump a trigger fires when real time reaches it', async () => {
  start(Date.parse('2026-11-24T00:09:58+08:00'));
  await until(() => firings().length > 1);
  const names = firings().map(({ event }) => event.TriggerName);
  expect(names.sort()).toEqual(['often', 'seal']);
});

test('the clock moves only forward, and not by centuries', async () => {
  start();
  await expect(timers.advance(-1)).rejects.toThrow(RangeError);
  await expect(timers.advance(Number.NaN)).rejects.toThrow(RangeError);
  await expect(timers.advance(4000 * DAY_MS)).rejects.toThrow(RangeError);
  expect(Math.abs(clock.nowMs() - START_MS)).toBeLessThan(5000);
});
