import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { connect } from '../../../config/run/cloud-client';
import { smallPackage, type Terms, usualTerms } from '../../../local-cloud/platform/terms';
import { type CloudProcess, startCloudProcess } from '../../support/cloud-process';
import { checkBooks } from '../fire/books';
import { databaseAt, holds, pause, readWhole } from '../fire/wire';
import { createRecorder } from './latency';
import { printReport } from './report';
import { askProbe, type Sample, takeSample } from './samples';
import { staffSteps } from './staff';
import { foundTownship, usersAtMost, usersOf, type Village } from './township';
import { keepGoing, residentsOf, type Traffic } from './traffic';
import { judge } from './verdict';
import { warmUp } from './warm-up';

/**
 * `npm run soak -- [--minutes 30] [--users 200] [--seed 1] [--think 5] [--days 30] [--out FILE]`:
 * mixed traffic over HTTP on a cloud of its own, then a verdict; ends with 0 only when all is flat.
 * With `--strict` [--latency-ms 60] the town was uploaded by DevTools with the limits of
 * cloudbaserc.json, and once it is founded its cloud is the smallest package, that far away.
 */
const dayMs = 86_400_000;
const secrets = {
  JIFEN_SECRET: 'soak-secret-'.repeat(4),
  JIFEN_FOUNDING_SECRET: 'soak-'.repeat(4),
};
const nodeFlags = ['--expose-gc', '--require', path.join(__dirname, 'probe.cjs')];
const say = (line: string) => void process.stdout.write(`${line}\n`);

export type Settings = {
  minutes: number;
  users: number;
  seed: number;
  thinkMs: number;
  days: number;
  sampleEveryMs: number;
  /** What the cloud was bought with while it is used; null: no limits, no distance. */
  terms: Terms | null;
};

function readSettings(values: Record<string, string | undefined>, strict: boolean): Settings {
  const number = (name: string, otherwise: number, most = Number.POSITIVE_INFINITY) => {
    const value = Number(values[name] ?? otherwise);
    if (value > 0 && value <= most) return value;
    throw new Error(`--${name} 应大于 0,不超过 ${most}`);
  };
  const minutes = number('minutes', 30, 24 * 60);
  return {
    minutes,
    users: number('users', 200, usersAtMost),
    seed: number('seed', 1),
    thinkMs: number('think', 5, 600) * 1000,
    days: number('days', 30, 365),
    // A trial of a minute must have a second half too.
    sampleEveryMs: Math.min(10_000, (minutes * 60_000) / 12),
    terms: strict
      ? { ...smallPackage, latencyMs: number('latency-ms', smallPackage.latencyMs, 1000) }
      : null,
  };
}

const strictWords = ['--refuse-unindexed', '--devtools', '--limits', 'cloudbaserc.json'];

const start = (data: string, { terms }: Settings) =>
  startCloudProcess(data, secrets, { nodeFlags, words: terms ? strictWords : [] });

async function setTerms({ url }: CloudProcess, terms: Readonly<Terms>): Promise<void> {
  const answer = await fetch(`${url}/platform`, {
    method: 'POST',
    body: JSON.stringify({ terms }),
  });
  holds(answer.ok, 'the cloud takes its terms');
}

type Run = { cloud: CloudProcess; settings: Settings; villages: Village[] };

async function soak({ cloud, settings, villages }: Run) {
  const { minutes, seed, thinkMs, days, sampleEveryMs } = settings;
  const client = connect(cloud.url);
  const recorder = createRecorder();
  const traffic: Omit<Traffic, 'random'> = {
    ...{ client, recorder, placed: new Map<string, string>() },
    acknowledged: { orders: new Set<string>(), records: new Set<string>() },
  };
  const startedAtMs = performance.now();
  const lengthMs = minutes * 60_000;
  const atMs = () => performance.now() - startedAtMs;
  const isOver = () => atMs() >= lengthMs;
  const samples: Sample[] = [];
  const watch = async () => {
    while (!isOver()) {
      await pause(Math.min(sampleEveryMs, Math.max(0, lengthMs - atMs())));
      samples.push(await takeSample(cloud, atMs(), recorder.calls()));
    }
  };
  let daysPassed = 0;
  const turnClock = async () => {
    while (!isOver()) {
      await pause(Math.min(lengthMs / days, Math.max(0, lengthMs - atMs())));
      if (isOver()) return;
      await client.advance(dayMs);
      daysPassed += 1;
    }
  };
  const people = [...residentsOf(villages), ...villages.flatMap(staffSteps)];
  const living = keepGoing(people, traffic, { seed, thinkMs, isOver });
  await Promise.all([living, watch(), turnClock()]);
  return { recorder, samples, daysPassed, acknowledged: traffic.acknowledged };
}

/** Nothing that was acknowledged is missing, and the books add up. */
async function checkEnd(cloud: CloudProcess, acknowledged: Traffic['acknowledged']) {
  const db = databaseAt(cloud.environment);
  for (const collection of ['orders', 'records'] as const) {
    const found = new Set((await readWhole(db, collection)).map(({ _id }) => _id));
    for (const id of acknowledged[collection]) {
      holds(found.has(id), `${collection} ${id} was acknowledged and is lost`);
    }
  }
  const commands = (await readWhole(db, 'commands')).length;
  return { ...(await checkBooks(db)), commands };
}

async function play(settings: Settings, data: string) {
  let cloud = await start(data, settings);
  try {
    const client = connect(cloud.url);
    say(`seed ${settings.seed}: founding villages for ${settings.users} users`);
    const secret = secrets.JIFEN_FOUNDING_SECRET;
    const villages = await foundTownship(client, secret, settings.users);
    await warmUp(client, villages, settings.seed);
    say(`${usersOf(villages)} users in ${villages.length} villages, ${settings.minutes} minutes`);
    if (settings.terms) await setTerms(cloud, settings.terms);
    const { recorder, samples, daysPassed, acknowledged } = await soak({
      ...{ cloud, settings, villages },
    });
    // Whoever looks whether all is there pays nothing.
    if (settings.terms) await setTerms(cloud, usualTerms);
    const { heldBytes } = await askProbe(cloud, true);
    const books = await checkEnd(cloud, acknowledged);
    await cloud.stop();
    cloud = await start(data, settings);
    const { heldBytes: freshHeldBytes } = await askProbe(cloud, true);
    await checkEnd(cloud, acknowledged);
    const errors = recorder.errors();
    const failures = Object.entries(errors)
      .filter(([key]) => / failure: | not-available$/.test(key))
      .reduce((sum, [, count]) => sum + count, 0);
    const verdict = judge({ samples, heldBytes, freshHeldBytes, failures });
    const figures = recorder.figures();
    return {
      settings,
      users: usersOf(villages),
      daysPassed,
      books,
      figures,
      errors,
      samples,
      verdict,
    };
  } finally {
    await cloud.stop();
  }
}

export type Report = Awaited<ReturnType<typeof play>>;

async function main(): Promise<number> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: {
      ...{ minutes: text, users: text, seed: text, think: text, days: text, out: text },
      ...{ strict: { type: 'boolean', default: false }, 'latency-ms': text },
    },
  });
  const { strict, ...texts } = values;
  const settings = readSettings(texts, strict);
  const data = mkdtempSync(path.join(tmpdir(), 'jifen-soak-'));
  try {
    const report = await play(settings, data);
    if (values.out) writeFileSync(values.out, JSON.stringify(report, null, 1));
    printReport(report, say);
    return report.verdict.flat ? 0 : 1;
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

main().then(
  (code) => process.exit(code),
  (error: Error) => {
    process.stderr.write(`${error.stack ?? error.message}\n`);
    process.exit(1);
  },
);
