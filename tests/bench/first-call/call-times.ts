import { utimesSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { connect } from '../../../config/run/cloud-client';
import { cloudOptions } from '../../../config/run/cloud-options';
import { type Cloud, startCloud } from '../../../local-cloud';
import { town } from '../../../src/contracts';
import type { Random } from '../../support/random';
import { administrator, type Subject, subjects, villageId } from './subjects';

/** Milliseconds from the call to its answer: in a fresh process, and in the same one again. */
export type CallTimes = { first: number[]; later: number[]; requestsOfFirst: number };

const secrets = {
  jifenSecret: 'first-call-secret-'.repeat(2),
  foundingSecret: 'first-call-'.repeat(2),
};
/** The process before is gone by then, and does not run beside the one that is measured. */
const restMs = 20;

/** The administrator's town with one village as it is opened, so that no call is refused. */
async function openTown(cloud: Cloud): Promise<void> {
  const founder = connect(cloud.url).as(administrator);
  const { foundingSecret } = secrets;
  const about = { townName: '样子镇', owner: '样子镇人民政府', sample: true };
  await founder.must(town.foundTown, { foundingSecret, ...about });
  await founder.must(town.openVillage, { villageId, name: '试一嘎查' });
}

async function timed(cloud: Cloud, subject: Subject, call: number): Promise<number> {
  const { name } = subject;
  const event = subject.event(call);
  const startedAtMs = performance.now();
  const answer = await cloud.callFunction(name, event, subject.caller(call));
  const tookMs = performance.now() - startedAtMs;
  // A refusal is fast and would pass for a good first call.
  const { ok, error } = (answer ?? {}) as { ok?: boolean; error?: { code: string } };
  if (ok === false) throw new Error(`${name} did not do its work: ${error?.code}`);
  return tookMs;
}

/** A function whose file was touched is served by a new process. */
function refresh(directory: string, name: string, round: number): void {
  const stamp = new Date(Date.UTC(2026, 0, 1) + round * 1000);
  utimesSync(path.join(directory, name, 'index.js'), stamp, stamp);
}

/**
 * First and second calls of every subject through one local cloud, interleaved in a shuffled
 * order, so that what else the machine does meets all of them alike.
 */
export async function measureCalls(
  directory: string,
  rounds: number,
  random: Random,
): Promise<Record<string, CallTimes>> {
  const times: Record<string, CallTimes> = {};
  for (const { name } of subjects) times[name] = { first: [], later: [], requestsOfFirst: 0 };
  const options = { ...cloudOptions(secrets), functionsDirectory: directory };
  let call = 0;
  const cloud = await startCloud({ ...options, port: 0, dataDirectory: null });
  try {
    await openTown(cloud);
    // Round 0 fills the file caches and is not counted.
    for (let round = 0; round <= rounds; round += 1) {
      for (const subject of random.shuffle(subjects)) {
        refresh(directory, subject.name, round);
        await pause(restMs);
        const before = cloud.engine.counters().requests;
        const first = await timed(cloud, subject, ++call);
        const requests = cloud.engine.counters().requests - before;
        if (requests < subject.requests) throw new Error(`${subject.name} asked for nothing`);
        const later = await timed(cloud, subject, ++call);
        if (round === 0) continue;
        const own = times[subject.name] as CallTimes;
        own.first.push(first);
        own.later.push(later);
        own.requestsOfFirst = requests;
      }
    }
  } finally {
    await cloud.stop();
  }
  return times;
}
