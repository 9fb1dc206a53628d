import path from 'node:path';
import { connect } from '../../../config/run/cloud-client';
import { type Terms, usualTerms } from '../../../local-cloud/platform/terms';
import { type CloudProcess, startCloudProcess } from '../../support/cloud-process';
import { checkBooks } from '../fire/books';
import { databaseAt, holds, pause, readWhole } from '../fire/wire';
import { createRecorder } from './latency';
import { askProbe, type Sample, takeSample } from './samples';
import { staffSteps } from './staff';
import { foundTownship, usersOf, type Village } from './township';
import { keepGoing, residentsOf, type Traffic } from './traffic';
import { judge } from './verdict';
import { warmUp } from './warm-up';

const dayMs = 86_400_000;
const secrets = {
  JIFEN_SECRET: 'soak-secret-'.repeat(4),
  JIFEN_FOUNDING_SECRET: 'soak-'.repeat(4),
};
const nodeFlags = ['--expose-gc', '--require', path.join(__dirname, 'probe.cjs')];
export const say = (line: string) => void process.stdout.write(`${line}\n`);

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

/** The whole soak, from an empty folder to the verdict. */
export async function play(settings: Settings, data: string) {
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
