import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connect } from '../../../config/run/cloud-client';
import { type CloudProcess, startCloudProcess } from '../../support/cloud-process';
import { type Random, randomFrom } from '../../support/random';
import { checkBooks } from './books';
import {
  declareAll,
  declareUntilDone,
  fireSecrets,
  foundedFolder,
  type Intent,
  intentsOf,
  listOwnRecords,
} from './declarations';
import {
  checkPlain,
  makeCollections,
  newPlainLoad,
  type PlainLoad,
  sendAgain,
  writeOn,
} from './plain-load';
import { type Database, databaseAt, holds, pause } from './wire';

export type KillOptions = {
  rounds: number;
  seed: number;
  /** Every so many rounds the real functions work beside the plain documents; 0: never. */
  functionsEvery: number;
  say?: (line: string) => void;
};
export type KillResult = {
  rounds: number;
  functionRounds: number;
  /** Plain transactions and declarations answered before the kills. */
  acknowledged: number;
  /** Commands nobody heard about, sent again after the restart. */
  sentAgain: number;
  entries: number;
  records: number;
};

const writers = 8;
const deedsPerRound = 24;
const roundLimitMs = 60_000;

type Run = {
  random: Random;
  cloud: CloudProcess;
  data: string;
  load: PlainLoad;
  openids: string[];
  intents: Intent[];
  /** Record ids that were acknowledged, by command. */
  declared: Map<string, string>;
  result: KillResult;
};

/** Load until the seeded moment, then SIGKILL; whatever was in the air is lost or was done. */
async function loadAndKill(run: Run, db: Database, round: number, deeds: Intent[]): Promise<void> {
  const { random, cloud, load } = run;
  const enough = 20 + random.integer(100);
  const enoughDeeds = deeds.length > 0 ? 3 + random.integer(deeds.length - 6) : 0;
  const delayMs = random.next() * 8;
  let answers = 0;
  let answeredDeeds = 0;
  let over = false;
  const untilMs = performance.now() + roundLimitMs;
  const killing = (async () => {
    while (answers < enough || answeredDeeds < enoughDeeds) {
      holds(performance.now() < untilMs, `round ${round}: the load did not come through`);
      await pause(1);
    }
    await pause(delayMs);
    const dead = cloud.killNine();
    over = true;
    await dead;
  })().finally(() => {
    over = true;
  });
  const onAnswer = () => {
    answers += 1;
  };
  const writing = writeOn({ db, load, isOver: () => over, onAnswer }, round, writers);
  const declaring = deeds.length
    ? declareAll(connect(cloud.url), deeds, (count) => {
        answeredDeeds = count;
      })
    : null;
  await Promise.all([killing, writing]);
  const declared = await declaring;
  for (const [commandId, recordId] of declared?.acknowledged ?? []) {
    run.declared.set(commandId, recordId);
  }
  run.result.acknowledged += answers + (declared?.acknowledged.size ?? 0);
}

/** After the restart: everything acknowledged is there; what was open is sent again, once. */
async function recover(run: Run, db: Database, deeds: Intent[]): Promise<void> {
  const { load, declared, result } = run;
  await checkPlain(db, load);
  for (const recordId of declared.values()) {
    if (deeds.length === 0) break;
    const { data } = await db.collection('records').doc(recordId).get();
    holds(data.length === 1, `record ${recordId} was acknowledged and is lost`);
  }
  const openDeeds = deeds.filter(({ commandId }) => !declared.has(commandId));
  result.sentAgain += load.open.size + openDeeds.length;
  await sendAgain(db, load);
  if (openDeeds.length > 0) {
    const done = await declareUntilDone(connect(run.cloud.url), openDeeds);
    for (const [commandId, recordId] of done) declared.set(commandId, recordId);
  }
  result.entries = await checkPlain(db, load);
  holds(result.entries === load.acknowledged.size, 'an entry was doubled or made up');
}

async function playRounds(run: Run, options: KillOptions): Promise<void> {
  const { rounds, functionsEvery, say } = options;
  for (let round = 1; round <= rounds; round += 1) {
    const withFunctions = functionsEvery > 0 && round % functionsEvery === 0;
    const deeds = withFunctions ? run.intents.splice(0, deedsPerRound) : [];
    await loadAndKill(run, databaseAt(run.cloud.environment), round, deeds);
    run.cloud = await startCloudProcess(run.data, fireSecrets);
    const db = databaseAt(run.cloud.environment);
    await recover(run, db, deeds);
    if (withFunctions) await checkBooks(db);
    run.result.rounds += 1;
    run.result.functionRounds += withFunctions ? 1 : 0;
    if (round % 10 === 0) say?.(`  round ${round}: ${JSON.stringify(run.result)}`);
  }
}

/**
 * `kill -9` in the middle of load, again and again on one data folder: no acknowledged write is
 * lost, none is doubled, none is half.
 * @throws Error that names the seed, the round and what does not hold
 */
export async function killRounds(options: KillOptions): Promise<KillResult> {
  const { rounds, seed, functionsEvery } = options;
  const functionRounds = functionsEvery > 0 ? Math.floor(rounds / functionsEvery) : 0;
  const data =
    functionRounds > 0 ? await foundedFolder() : mkdtempSync(path.join(tmpdir(), 'jifen-fire-'));
  const result: KillResult = {
    ...{ rounds: 0, functionRounds: 0, acknowledged: 0, sentAgain: 0, entries: 0, records: 0 },
  };
  let cloud = await startCloudProcess(data, fireSecrets);
  const run: Run = {
    ...{ random: randomFrom(seed), cloud, data, load: newPlainLoad(), result },
    ...{ openids: [], intents: [], declared: new Map<string, string>() },
  };
  try {
    await makeCollections(databaseAt(cloud.environment));
    if (functionRounds > 0) {
      const deeds = functionRounds * deedsPerRound;
      Object.assign(run, await intentsOf(connect(cloud.url), deeds));
    }
    await playRounds(run, options);
    const listed = await listOwnRecords(connect(run.cloud.url), run.openids);
    const declared = new Set(run.declared.values());
    holds(listed.size === declared.size, `${declared.size} declared, ${listed.size} listed`);
    for (const recordId of declared) holds(listed.has(recordId), `${recordId} is not listed`);
    return { ...result, records: listed.size };
  } catch (error) {
    const again = `npm run under-fire -- --only kill --rounds ${rounds} --seed ${seed}`;
    throw new Error(`after ${result.rounds} rounds: ${(error as Error).message}; again: ${again}`);
  } finally {
    cloud = run.cloud;
    await cloud.stop();
    rmSync(data, { recursive: true, force: true });
  }
}
