import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type CloudClient, connect } from '../../../config/run/cloud-client';
import { seedTownship } from '../../../config/run/seed/township';
import { points } from '../../../src/contracts';
import { dayOf } from '../../../src/domain/kernel/time';
import { type CloudProcess, startCloudProcess } from '../../support/cloud-process';
import { type Random, randomFrom } from '../../support/random';
import { checkBooks } from './books';
import { type Intent, joinHolders, listOwnRecords, makeIntents } from './declarations';
import { childrenOf, workersOf } from './processes';
import { databaseAt, holds, pause } from './wire';

export type KilledWorkerResult = {
  rounds: number;
  /** Rounds in which the kill came before the answer. */
  hit: number;
  /** Of those, how often the effect had been committed already. */
  committedBeforeKill: number;
  longestUntilTakenMs: number;
};

const secrets = { JIFEN_SECRET: 'kill-worker-'.repeat(4), JIFEN_FOUNDING_SECRET: 'worker' };
const villageNumbers = [3];
/** A transaction of a killed worker holds its documents for 30 seconds at most, as deployed. */
const takenWithinMs = 45_000;

type Answer = { ok: boolean; recordId?: string; code?: string; failure?: string };

async function declare(client: CloudClient, intent: Intent, day: string): Promise<Answer> {
  const { openid, itemId, commandId } = intent;
  try {
    const input = { itemId, day, photos: [] };
    const answer = await client.as(openid).call(points.declareDeed, input, commandId);
    if (answer.ok) return { ok: true, recordId: answer.value.recordId };
    return { ok: false, code: answer.error.code };
  } catch (error) {
    return { ok: false, failure: (error as Error).message };
  }
}

type Stage = { cloud: CloudProcess; client: CloudClient; day: string; random: Random };

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
  const { cloud, client, day, random } = stage;
  const pids = workersOf(cloud.pid).map(({ pid }) => pid);
  const asked = declare(client, intent, day);
  await pause(random.next() * 40);
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
    result.hit += 1;
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
  result.rounds += 1;
}

/**
 * Kills function workers in the middle of requests: the caller hears a proper error, the next call
 * works, and the command sent again has exactly one effect.
 * @throws Error that says what does not hold
 */
export async function killedWorker(options: {
  rounds: number;
  seed: number;
}): Promise<KilledWorkerResult> {
  const data = mkdtempSync(path.join(tmpdir(), 'jifen-worker-'));
  const cloud = await startCloudProcess(data, secrets);
  const result = { rounds: 0, hit: 0, committedBeforeKill: 0, longestUntilTakenMs: 0 };
  try {
    const client = connect(cloud.url);
    const startedAtMs = await client.nowMs();
    const say = () => undefined;
    const foundingSecret = secrets.JIFEN_FOUNDING_SECRET;
    await seedTownship({ client, foundingSecret, villageNumbers, startedAtMs, say });
    const openids = await joinHolders(client, villageNumbers);
    const intents = makeIntents(openids, options.rounds);
    const day = dayOf(await client.nowMs());
    const stage = { cloud, client, day, random: randomFrom(options.seed) };
    for (const intent of intents) await playRound(stage, intent, result);
    const records = await listOwnRecords(client, openids);
    holds(records.size === options.rounds, `${records.size} records of ${options.rounds} commands`);
    await checkBooks(databaseAt(cloud.environment));
    return result;
  } catch (error) {
    const again = `npm run under-fire -- --only worker --seed ${options.seed}`;
    throw new Error(`round ${result.rounds}: ${(error as Error).message}; again: ${again}`);
  } finally {
    await cloud.stop();
    rmSync(data, { recursive: true, force: true });
  }
}
