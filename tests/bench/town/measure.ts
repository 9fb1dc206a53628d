import { ulid } from 'ulid';
import { actions as jobActions } from '../../../cloudfunctions/jobs/actions';
import { actions as pointsActions } from '../../../cloudfunctions/points/actions';
import type { Identity } from '../../../cloudfunctions/runtime/caller';
import { createHandle } from '../../../cloudfunctions/runtime/handle';
import { createSecret } from '../../../cloudfunctions/runtime/secret';
import type { TestTown } from '../../support/town';
import { randomOf } from '../history';
import { meteredStore, type Traffic } from './metered-store';

/** The test town's own secret, so that its people are the same persons here. */
export const townSecret = createSecret('a secret of the tests, long enough');

export type CallCost = Traffic & {
  action: string;
  /** Documents the database looked at to answer. */
  examined: number;
  /** Processor time of the call, its database in memory included. */
  processMs: number;
  value: unknown;
};

const handleActions = { jobs: jobActions, points: pointsActions };
export type MeasuredFunction = keyof typeof handleActions;

/** Calls actions of a town one at a time and says what each call cost. */
export function meterOf(town: TestTown, seed: number) {
  const { store, traffic } = meteredStore(town.engine, randomOf(seed, 'retries'));
  const { files, clock } = town;
  const ports = { store, files, secret: townSecret, nowMs: clock.nowMs, newId: () => ulid() };
  const handles = {
    jobs: createHandle(jobActions, { ...ports, log: () => {} }),
    points: createHandle(pointsActions, { ...ports, log: () => {} }),
  };
  return async (
    functionName: MeasuredFunction,
    event: object,
    identity: Identity,
    name: string,
  ): Promise<CallCost> => {
    const before = traffic();
    const examinedBefore = town.engine.counters().documentsExamined;
    const cpuBefore = process.cpuUsage();
    const envelope = await handles[functionName](event, identity, 'request');
    const { user, system } = process.cpuUsage(cpuBefore);
    const processMs = Math.round((user + system) / 1000);
    if (!envelope.ok) throw new Error(`${name}: ${envelope.error.code}`);
    const after = traffic();
    const keys = Object.keys(before) as (keyof Traffic)[];
    const spent = Object.fromEntries(keys.map((key) => [key, after[key] - before[key]]));
    const examined = town.engine.counters().documentsExamined - examinedBefore;
    return { action: name, ...(spent as Traffic), examined, processMs, value: envelope.value };
  };
}

export type Meter = ReturnType<typeof meterOf>;

const mostCalls = 200;

/** Fires a job's timer again and again until nothing is left. */
export async function runJobToItsEnd(meter: Meter, job: string): Promise<CallCost[]> {
  const calls: CallCost[] = [];
  for (let call = 0; call < mostCalls; call += 1) {
    const event = { Type: 'Timer', TriggerName: job };
    const cost = await meter('jobs', event, { kind: 'timer' }, job);
    calls.push(cost);
    if ((cost.value as { left?: number }).left === 0) return calls;
  }
  throw new Error(`${job} did not end in ${mostCalls} calls`);
}
