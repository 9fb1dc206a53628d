import { fork } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { smallPackage } from '../../local-cloud/platform/terms';
import { bundleSimulation } from './bundle';
import { defaultFaults, type Faults, noFaults, parseFaults } from './histories/faults';
import { type HistoryReport, runHistory, type Tally } from './histories/history';
import { missing, neverSeen } from './histories/never-seen';

const { values: flags } = parseArgs({
  options: {
    histories: { type: 'string', default: '200' },
    commands: { type: 'string', default: '100' },
    /** Of the first history; each has the next. */
    seed: { type: 'string', default: '1' },
    /** `default`, `none`, or a JSON file with rates. */
    faults: { type: 'string', default: 'default' },
    /** The smallest package, so far away. */
    strict: { type: 'boolean', default: false },
    'latency-ms': { type: 'string', default: String(smallPackage.latencyMs) },
    processes: { type: 'string', default: '2' },
    /** Counts of every answer and ending. */
    counts: { type: 'boolean', default: false },
    /** Set for the processes that this one starts. */
    child: { type: 'boolean', default: false },
  },
});

type Total = { histories: number; commits: number; tally: Tally; failures: HistoryReport[] };

const say = (line: string) => void process.stdout.write(`${line}\n`);

function readFaults(): Faults {
  if (flags.faults === 'default') return defaultFaults;
  if (flags.faults === 'none') return noFaults;
  return parseFaults(readFileSync(flags.faults, 'utf8'));
}

function add(total: Total, part: Omit<Total, 'failures'> & { failures: readonly HistoryReport[] }) {
  total.histories += part.histories;
  total.commits += part.commits;
  total.failures.push(...part.failures);
  for (const [what, times] of Object.entries(part.tally)) {
    total.tally[what] = (total.tally[what] ?? 0) + times;
  }
}

const newTotal = (): Total => ({ histories: 0, commits: 0, tally: {}, failures: [] });

const sayEveryMs = 10_000;

/** Says from time to time how far it has come; its histories come in from several processes. */
function progressOf(histories: number): (ran: number) => void {
  let [done, saidAtMs] = [0, performance.now()];
  return (ran) => {
    done += ran;
    if (performance.now() - saidAtMs < sayEveryMs) return;
    saidAtMs = performance.now();
    say(`  ${done} of ${histories}`);
  };
}

/** Stops at the first failure: its seed is what matters. */
async function runHere(
  first: number,
  histories: number,
  progress: (ran: number) => void,
): Promise<Total> {
  const total = newTotal();
  // Refusals and conflicts come by the thousand; where they arose is asked when one is replayed.
  if (histories > 1) Error.stackTraceLimit = 0;
  const terms = { ...smallPackage, latencyMs: Number(flags['latency-ms']) };
  const strict = flags.strict ? { terms } : {};
  const options = { commands: Number(flags.commands), faults: readFaults(), ...strict };
  for (let seed = first; seed < first + histories; seed += 1) {
    const report = await runHistory({ seed, ...options });
    const failures = report.problems.length > 0 ? [report] : [];
    add(total, { histories: 1, commits: report.commits, tally: report.tally, failures });
    progress(1);
    if (failures.length > 0) break;
  }
  return total;
}

/** What each history is run with, but for its faults. */
function sameWords(): string[] {
  const strict = flags.strict ? ['--strict', '--latency-ms', flags['latency-ms']] : [];
  return ['--commands', flags.commands, ...strict];
}

/** A range of seeds in a process of its own. */
function runApart(
  bundle: string,
  [first, histories]: readonly [number, number],
  progress: (ran: number) => void,
): Promise<Total> {
  const { faults } = flags;
  const range = ['--child', '--seed', String(first), '--histories', String(histories)];
  const child = fork(bundle, [...range, ...sameWords(), '--faults', faults], {
    // Documents live for a step: with more room for the young few are carried on.
    execArgv: ['--max-semi-space-size=64'],
  });
  return new Promise((resolve, reject) => {
    child.on('message', (said: { ran: number } | { total: Total }) =>
      'total' in said ? resolve(said.total) : progress(said.ran),
    );
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`a process of the simulation ended: ${code}`)));
  });
}

async function runAll(): Promise<Total> {
  const histories = Number(flags.histories);
  const first = Number(flags.seed);
  const progress = progressOf(histories);
  const processes = Math.min(Number(flags.processes), histories);
  if (processes <= 1) return runHere(first, histories, progress);
  const share = Math.ceil(histories / processes);
  const bundle = path.resolve(__dirname, `../../dist/simulation/${process.pid}.cjs`);
  await bundleSimulation(bundle, null);
  const ranges = Array.from({ length: processes }, (_, index) => {
    const from = first + index * share;
    return runApart(bundle, [from, Math.min(share, first + histories - from)], progress);
  });
  const total = newTotal();
  try {
    for (const part of await Promise.all(ranges)) add(total, part);
  } finally {
    rmSync(bundle);
  }
  return total;
}

function sayFailure({ seed, problems, trace }: HistoryReport): void {
  say(`history of seed ${seed} FAILED (trace ${trace.slice(0, 12)}):`);
  for (const problem of problems.slice(0, 8)) say(`  ${problem}`);
  const words = [...sameWords(), '--seed', seed, '--faults', flags.faults].join(' ');
  const replay = `--histories 1 ${words}`;
  say(`  replay: npm run simulate -- ${replay}`);
}

/** Also what did not happen in so many histories: a move that is never made proves nothing. */
function report({ histories, commits, tally, failures }: Total, tookMs: number): boolean {
  const sum = (part: RegExp) =>
    Object.entries(tally).reduce((total, [what, n]) => total + (part.test(what) ? n : 0), 0);
  const faults = Object.keys(noFaults).flatMap((fault) => {
    const times = tally[fault];
    return times ? [`${fault} ${times}`] : [];
  });
  const { commands, seed } = flags;
  say(`${histories} histories of ${commands} commands, seeds from ${seed}, ${flags.faults} faults`);
  const answers = sum(/^\w+\.[\w-]+ /);
  say(`  ${answers} answers (${sum(/^\w+\.[\w-]+ ok$/)} ok), ${commits} commits`);
  say(`  faults: ${faults.join(', ') || 'none'}`);
  if (flags.strict) say(`  turned away by the package: ${tally.turnedAway ?? 0}`);
  const unseen = neverSeen(tally, readFaults());
  const all = [...unseen.deeds, ...unseen.refusals];
  say(`  never seen: ${all.join(', ') || 'nothing; every action, ending and fault was'}`);
  if (flags.counts) {
    for (const [what, times] of Object.entries(tally).sort()) say(`  ${times} × ${what}`);
  }
  for (const failure of failures) sayFailure(failure);
  const lacking = missing(unseen, histories);
  if (lacking.length > 0) say(`  FAILED: in ${histories} histories never ${lacking.join(', ')}`);
  say(`  ${failures.length} failed, ${(tookMs / 1000).toFixed(1)} s`);
  return failures.length === 0 && lacking.length === 0;
}

async function main(): Promise<void> {
  if (flags.child) {
    const tell = (ran: number) => void process.send?.({ ran });
    const total = await runHere(Number(flags.seed), Number(flags.histories), tell);
    process.send?.({ total }, () => process.exit(0));
    return;
  }
  const startedAtMs = performance.now();
  const total = await runAll();
  const passed = report(total, performance.now() - startedAtMs);
  process.exitCode = passed ? 0 : 1;
}

void main();
