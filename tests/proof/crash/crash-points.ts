import { parseArgs } from 'node:util';
import { type ActionName, mutatingActions } from '../cards';
import { type CrashReport, reportOn, tryDying } from './crash-report';
import { uninterrupted } from './crash-run';
import { prepare } from './prepared';

const { values: flags } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    doubles: { type: 'string', default: '10' },
    /** `points.declare-deed`: this one only. */
    action: { type: 'string' },
    /** `3`: the gate turns away every third call, as a package does that is full. */
    'turn-away': { type: 'string' },
    /** Dies there and nowhere else; a second one is where the second process dies. */
    point: { type: 'string', multiple: true },
  },
});

const turnsAwayEvery = flags['turn-away'] ? Number(flags['turn-away']) : undefined;
const say = (line: string) => process.stdout.write(`${line}\n`);
const fullName = ({ functionName, action }: ActionName) => `${functionName}.${action}`;

function lineOf(report: CrashReport): string {
  const { kind, calls, points, tried, doubles, failures } = report;
  const share = `${Math.floor((100 * tried) / (calls * 2))} %`;
  const cells = [
    fullName(report).padEnd(30),
    kind.padEnd(8),
    `${calls} calls`.padStart(10),
    `${tried} of ${points} points`.padStart(19),
    share.padStart(6),
    `${doubles} twice`.padStart(9),
    failures.length === 0 ? 'ok' : `${failures.length} FAILED`,
  ];
  return [cells.join('  '), ...failures.map((failure) => `    ${failure}`)].join('\n');
}

async function replay(name: ActionName, diesAt: readonly number[]): Promise<number> {
  const failures = await tryDying(await uninterrupted(await prepare(name), turnsAwayEvery), diesAt);
  for (const failure of failures) say(failure);
  say(failures.length === 0 ? `${fullName(name)}: ok` : `${fullName(name)}: FAILED`);
  return failures.length;
}

async function reportAll(names: readonly ActionName[]): Promise<number> {
  const startedAtMs = performance.now();
  const options = { seed: Number(flags.seed), doubles: Number(flags.doubles), turnsAwayEvery };
  const reports: CrashReport[] = [];
  for (const name of names) {
    const report = await reportOn(name, options);
    reports.push(report);
    say(lineOf(report));
  }
  const sum = (of: (report: CrashReport) => number) =>
    reports.reduce((total, report) => total + of(report), 0);
  const tried = sum((report) => report.tried);
  const wanted = sum((report) => report.calls * 2);
  const failed = sum((report) => report.failures.length);
  const seconds = ((performance.now() - startedAtMs) / 1000).toFixed(0);
  say(
    `${reports.length} actions, ${tried} of ${wanted} crash points (before and after each call),`,
  );
  say(`  ${Math.floor((100 * tried) / wanted)} %; ${sum((each) => each.doubles)} crashed twice;`);
  say(`  ${failed} failed; seed ${options.seed}; ${seconds} s`);
  return failed + (tried === wanted ? 0 : 1);
}

async function main(): Promise<number> {
  const names = mutatingActions.filter(
    (name) => flags.action === undefined || fullName(name) === flags.action,
  );
  const [only] = names;
  if (!only) throw new Error(`no action that writes is called ${flags.action}`);
  if (flags.point) return replay(only, flags.point.map(Number));
  return reportAll(names);
}

main().then((failed) => {
  process.exitCode = failed === 0 ? 0 : 1;
});
