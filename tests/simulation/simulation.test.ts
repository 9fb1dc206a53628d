import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { quickSeed } from '../../config/run/quick-seed';
import { orderWorkflow } from '../../src/domain/exchange/order-workflow';
import { bundleSimulation } from './bundle';
import { noFaults, parseFaults } from './histories/faults';
import { runHistory } from './histories/history';
import { jobRules } from './histories/model/jobs';
import { missing, neverSeen } from './histories/never-seen';
import { choices, jobNames, rulesWith } from './histories/rules';

const project = path.resolve(__dirname, '../..');
/** Of each commit another: `SEED=7 npx jest tests/simulation/simulation` plays the same again. */
const seed = String(quickSeed);
const limitMs = 600_000;

/** Bundled once: started from its sources each run would first read the whole product. */
const bundle = path.join(project, `dist/simulation/test-${process.pid}.cjs`);
beforeAll(() => bundleSimulation(bundle, null));
afterAll(() => rmSync(bundle, { force: true }));

function simulate(...options: string[]): Promise<{ failed: boolean; text: string }> {
  const words = [bundle, '--processes', '1', ...options];
  return new Promise((resolve) => {
    execFile(process.execPath, words, { cwd: project }, (error, stdout, stderr) =>
      resolve({ failed: error !== null, text: stdout + stderr }),
    );
  });
}

test('every action that people do in histories has its rule in the model, nothing else has', () => {
  const rules = rulesWith(new Map(), () => false);
  const named = (list: readonly { functionName: string; action: string }[]) =>
    list.map(({ functionName, action }) => `${functionName}.${action}`).sort();
  const ruled = Object.entries(rules).flatMap(([functionName, ofFunction]) =>
    Object.keys(ofFunction).map((action) => ({ functionName, action })),
  );
  expect(named(choices).length).toBeGreaterThan(28);
  expect(named(ruled)).toEqual(named(choices));
  expect(Object.keys(jobRules).sort()).toEqual([...jobNames].sort());
});

test('the way an order goes is the table the model was written from', () => {
  const ways = orderWorkflow.map(({ action, from, to }) => `${action}: ${from} → ${to}`);
  expect(ways.sort()).toEqual([
    'cancel-for-shop: placed → shop-cancelled',
    'cancel-order: placed → cancelled',
    'expire-orders: placed → expired',
    'hand-over: placed → handed-over',
    'issue-pickup-code: placed → placed',
    'open-pickup: placed → placed',
  ]);
});

test(
  '50 histories under the worst faults, as the model has them',
  async () => {
    const { failed, text } = await simulate('--histories', '50', '--seed', seed);
    expect(failed ? text : '').toBe('');
    expect(text).toContain('0 failed');
  },
  limitMs,
);

test(
  '10 histories where nothing goes wrong',
  async () => {
    const { failed, text } = await simulate(
      '--histories',
      '10',
      '--seed',
      seed,
      '--faults',
      'none',
    );
    expect(failed ? text : '').toBe('');
  },
  limitMs,
);

test(
  'histories in the smallest package, far away, hold too',
  async () => {
    const { failed, text } = await simulate('--histories', '5', '--seed', seed, '--strict');
    expect(failed ? text : '').toBe('');
    expect(Number(/turned away by the package: (\d+)/.exec(text)?.[1])).toBeGreaterThan(100);
  },
  limitMs,
);

test('the same seed gives the same history, another seed another', async () => {
  const faults = parseFaults('{"duplicated": 0.5, "conflict": 0.3, "killed": 0.2}');
  const traces: string[] = [];
  for (const each of [7, 7, 8]) {
    traces.push((await runHistory({ seed: each, commands: 60, faults })).trace);
  }
  expect(traces[1]).toBe(traces[0]);
  expect(traces[2]).not.toBe(traces[0]);
});

test('what never happened fails a run that is long enough, and only then', () => {
  const seen = neverSeen({ 'points.check-record ok': 1 }, { ...noFaults, killed: 0.1 });
  expect(seen.deeds).not.toContain('points.check-record ok');
  expect(seen.deeds).toEqual(expect.arrayContaining(['points.declare-deed ok', 'killed']));
  expect(seen.deeds).not.toContain('replayed');
  expect(missing(seen, 199)).toEqual([]);
  expect(missing(seen, 200)).toEqual(seen.deeds);
  expect(missing(seen, 1000)).toEqual([...seen.deeds, ...seen.refusals]);
});

test('rates that make no sense are refused', () => {
  expect(() => parseFaults('{"requestLost": 2}')).toThrow('from 0 to 1');
  expect(() => parseFaults('{"meteors": 1}')).toThrow('no such fault');
  expect(parseFaults('{}')).toEqual(noFaults);
});
