import { rmSync } from 'node:fs';
import { type CloudClient, connect } from '../../../config/run/cloud-client';
import { points } from '../../../src/contracts';
import { dayOf } from '../../../src/domain/kernel/time';
import { type CloudProcess, startCloudProcess } from '../../support/cloud-process';
import { type Random, randomFrom } from '../../support/random';
import { checkBooks } from './books';
import { fireSecrets, foundedFolder, type Intent, intentsOf, listOwnRecords } from './declarations';
import { childrenOf, workersOf } from './processes';
import { databaseAt, holds, pause } from './wire';

export type KilledWorkerResult = {
  /** Rounds in which the kill came before the answer. */
  hit: number;
  /** Rounds in which the answer was faster; they are played on and not counted. */
  missed: number;
  /** Of the hits, how often the effect had been committed already. */
  committedBeforeKill: number;
  longestUntilTakenMs: number;
};

/** A transaction of a killed worker holds its documents for 30 seconds at most, as deployed. */
const takenWithinMs = 45_000;
/** Kills fall within twice the time a quick declaration takes here, so every other one hits. */
const triesPerHit = 5;
/** So that few hits are no question of luck either. */
const triesMore = 10;
const warmUps = 5;

type Answer = { ok: boolean; recordId?: string; code?: string; failure?: string };

async function declare(client: CloudClient, intent: Intent, day: string): Promise<Answer> {
  const { openid, itemId, commandId } = intent;
  try {
    const input = { itemId, day, note: '又一回', photos: [] };
    const answer = await client.as(openid).call(points.declareDeed, input, commandId);
    if (answer.ok) return { ok: true, recordId: answer.value.recordId };
    return { ok: false, code: answer.error.code };
  } catch (error) {
    return { ok: false, failure: (error as Error).message };
  }
}

type Stage = {
  cloud: CloudProcess;
  client: CloudClient;
  day: string;
  random: Random;
  /** How long a declaration takes on this machine at this hour. */
  paceMs: number;
};

/** The cloud learns of a death a moment later; until then an idle worker looks alive to it. */
async function untilGone(parent: number, pids: readonly number[]): Promise<void> {
  for (let look = 0; look < 200; look += 1) {
    if (!childrenOf(parent).some(({ pid }) => pids.includes(pid))) return;
    await pause(10);
  }
  throw new Error('killed workers are still there');
}

/** Ends every worker at a seeded moment of the request; what the caller got instead. */
async function killAmid(stage: Stage, intent: Intent): Promise<Answer> {
  const { cloud, client, day, random, paceMs } = stage;
  const pids = workersOf(cloud.pid).map(({ pid }) => pid);
  const asked = declare(client, intent, day);
  await pause(random.next() * paceMs * 2);
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It had ended by itself.
    }
  }
  const answer = await asked;
  await untilGone(cloud.pid, pids);
  return answer;
}

/** The same command again until it is taken, as a phone's outbox does. */
async function sendUntilTaken(stage: Stage, intent: Intent): Promise<number> {
  const startedAtMs = performance.now();
  for (;;) {
    const answer = await declare(stage.client, intent, stage.day);
    const tookMs = performance.now() - startedAtMs;
    if (answer.ok) return tookMs;
    holds(answer.code === 'busy', `sent again: ${answer.code ?? answer.failure}`);
    holds(tookMs < takenWithinMs, `not taken within ${takenWithinMs} ms`);
  }
}

async function playRound(stage: Stage, intent: Intent, result: KilledWorkerResult): Promise<void> {
  const { cloud, client, day } = stage;
  const answer = await killAmid(stage, intent);
  const readRecord = async () => {
    const db = databaseAt(cloud.environment);
    return (await db.collection('records').doc(intent.commandId).get()).data.length;
  };
  if (!answer.ok) {
    const proper = /FUNCTIONS_EXECUTE_FAIL.*User process exit/.test(answer.failure ?? '');
    holds(proper, `the caller heard ${answer.failure ?? answer.code}`);
    result.committedBeforeKill += await readRecord();
  }
  const whoAmI = await client.as(intent.openid).call(points.readAccount, {});
  holds(whoAmI.ok, 'the next call did not work');
  const tookMs = await sendUntilTaken(stage, intent);
  result.longestUntilTakenMs = Math.max(result.longestUntilTakenMs, Math.round(tookMs));
  const again = await declare(client, intent, day);
  holds(again.ok && again.recordId === intent.commandId, 'the answer is not the first one');
  holds((await readRecord()) === 1, 'the command has no effect, or two');
  if (answer.ok) result.missed += 1;
  else result.hit += 1;
}

/** The shortest of a few declarations nobody disturbs, in ms; the first of them starts workers. */
async function measurePace(
  client: CloudClient,
  intents: readonly Intent[],
  day: string,
): Promise<number> {
  const tookMs: number[] = [];
  for (const intent of intents) {
    const startedAtMs = performance.now();
    const answer = await declare(client, intent, day);
    holds(answer.ok, `not taken: ${answer.code ?? answer.failure}`);
    tookMs.push(performance.now() - startedAtMs);
  }
  return Math.min(...tookMs);
}

/**
 * Kills function workers in the middle of requests until `rounds` requests were hit: the caller
 * hears a proper error, the next call works, and the command sent again has exactly one effect.
 * @throws Error that says what does not hold
 */
export async function killedWorker(options: {
  rounds: number;
  seed: number;
}): Promise<KilledWorkerResult> {
  const data = await foundedFolder();
  const cloud = await startCloudProcess(data, fireSecrets);
  const result = { hit: 0, missed: 0, committedBeforeKill: 0, longestUntilTakenMs: 0 };
  try {
    const client = connect(cloud.url);
    const deeds = warmUps + options.rounds * triesPerHit + triesMore;
    const { openids, intents } = await intentsOf(client, deeds);
    const day = dayOf(await client.nowMs());
    const paceMs = await measurePace(client, intents.splice(0, warmUps), day);
    const stage = { cloud, client, day, random: randomFrom(options.seed), paceMs };
    for (const intent of intents) {
      if (result.hit < options.rounds) await playRound(stage, intent, result);
    }
    holds(result.hit === options.rounds, `only ${result.hit} kills hit, ${result.missed} missed`);
    const records = await listOwnRecords(client, openids);
    const commands = warmUps + result.hit + result.missed;
    holds(records.size === commands, `${records.size} records of ${commands} commands`);
    await checkBooks(databaseAt(cloud.environment));
    return result;
  } catch (error) {
    const again = `npm run under-fire -- --only worker --seed ${options.seed}`;
    throw new Error(`after ${result.hit} hits: ${(error as Error).message}; again: ${again}`);
  } finally {
    await cloud.stop();
    rmSync(data, { recursive: true, force: true });
  }
}
