import { parseArgs } from 'node:util';
import { fuzz, neverAnsweredOk, replayCommand } from './fuzz';
import type { FuzzResult } from './fuzz-action';

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '20261123' },
    only: { type: 'string' },
  },
});
const options = {
  events: Number(values.events),
  seed: Number(values.seed),
  only: values.only,
};

function print({ name, events, codes, slowestMs, mostStoreCalls, problems }: FuzzResult): void {
  const most = [...codes].sort((left, right) => right[1] - left[1]);
  const said = most.map(([code, count]) => `${code} ${count}`).join(', ');
  const cost = `slowest ${Math.round(slowestMs)} ms, ${mostStoreCalls} store calls`;
  process.stdout.write(`${name}: ${events} events, ${cost}: ${said}\n`);
  for (const problem of problems) process.stdout.write(`  ${problem}\n`);
  if (problems.length > 0) process.stdout.write(`  again: ${replayCommand(name, options)}\n`);
}

async function main(): Promise<void> {
  if (!Number.isSafeInteger(options.events) || options.events < 1) throw new Error('--events N');
  if (!Number.isSafeInteger(options.seed)) throw new Error('--seed N');
  const startedAtMs = performance.now();
  const results = await fuzz({ ...options, onResult: print });
  const events = results.reduce((total, each) => total + each.events, 0);
  const problems = results.reduce((total, each) => total + each.problems.length, 0);
  const accepted = results.reduce((total, each) => total + (each.codes.get('ok') ?? 0), 0);
  const slowest = Math.max(...results.map(({ slowestMs }) => slowestMs));
  const seconds = Math.round((performance.now() - startedAtMs) / 1000);
  process.stdout.write(
    `${events} events against ${results.length} actions, seed ${options.seed}, ${seconds} s: ` +
      `${accepted} valid, ${events - accepted} refused, slowest ${Math.round(slowest)} ms, ` +
      `${problems} problems\n`,
  );
  const unreached = neverAnsweredOk(results);
  if (unreached.length > 0) process.stdout.write(`never ok: ${unreached.join(', ')}\n`);
  if (problems + unreached.length > 0) process.exitCode = 1;
}

void main();
