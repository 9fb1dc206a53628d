import type { Envelope } from '../../../src/contracts/contract';
import { dayMs } from '../../../src/domain/kernel/time';
import { documentsOf } from '../../support/town';
import { cardOf } from '../cards';
import { violationsOf } from '../invariants';
import type { ProofTown } from '../town';
import { killableStore, makeFilesKillable } from './killable-store';
import { liveUntil } from './life';
import { answerText, differences, type Effects, effectsOf, inAnyOrder } from './outcome';
import { fork, type Left, type Prepared, sendPrepared } from './prepared';

/** How long what was cut off holds back whoever comes next. */
export function waitOf(name: Prepared): number {
  return cardOf(name).heldMs ?? 0;
}

export type Lived = {
  /** Null where the process died before its answer. */
  answer: Envelope<unknown> | null;
  /** Where it died. */
  diedAt: string | null;
  points: readonly string[];
  /** What reached engine and storage, counted there. */
  calls: number;
  town: ProofTown;
  /** What is left for the next process. */
  left: Left;
};

/** Sends the prepared call to a new process that dies at a point, or lives to its answer. */
export async function live(
  prepared: Prepared,
  from: Left,
  diesAt: number | null,
  turnsAwayEvery: number | null = null,
): Promise<Lived> {
  const life = liveUntil(diesAt);
  const killable = killableStore(life, turnsAwayEvery);
  const town = await fork(from, { wrapStore: () => killable.store });
  killable.workOn(town.engine);
  const { read } = town.files;
  const fileCalls = makeFilesKillable(town.files, life);
  const ending = await Promise.race([
    sendPrepared(town, prepared).then((answer) => ({ answer, diedAt: null })),
    life.death.then((diedAt) => ({ answer: null, diedAt })),
  ]);
  // Whatever was on its way to the engine when the process died arrives.
  await new Promise((resolve) => setImmediate(resolve));
  const calls = killable.engineCalls() + fileCalls();
  killable.endOpenTransactions();
  const files = new Map<string, Uint8Array>();
  for (const fileId of from.files.keys()) {
    const bytes = await read(fileId, Number.POSITIVE_INFINITY);
    if (bytes && bytes !== 'too-large') files.set(fileId, bytes);
  }
  const documents = documentsOf(town.engine);
  const left = { documents, files, nowMs: from.nowMs, randomSeed: from.randomSeed + 1 };
  return { ...ending, points: life.points, calls, town, left };
}

export type Uninterrupted = {
  prepared: Prepared;
  answer: string;
  effects: Effects;
  files: string[];
  points: readonly string[];
  calls: number;
  turnsAwayEvery: number | null;
};

function duringOf(prepared: Prepared) {
  return { fromMs: prepared.nowMs, untilMs: prepared.nowMs + 2 * waitOf(prepared) };
}

type Wanted = Pick<Uninterrupted, 'prepared' | 'turnsAwayEvery'>;

/** What the call came to; where its parts come in any order, once it was called a day later too. */
async function effectsAfter({ prepared, turnsAwayEvery }: Wanted, lived: Lived): Promise<Effects> {
  const during = duringOf(prepared);
  if (cardOf(prepared).inAnyOrder === undefined) {
    const effects = effectsOf(lived.town.engine, during);
    // Who is turned away at the gate comes later, and what ends at once ends in another order.
    return turnsAwayEvery === null ? effects : inAnyOrder(effects);
  }
  const later = { ...lived.left, nowMs: prepared.nowMs + dayMs };
  const { answer, town } = await live(prepared, later, null);
  if (!answer?.ok) throw new Error(`not ok a day later: ${JSON.stringify(answer)}`);
  return inAnyOrder(effectsOf(town.engine, during));
}

/** @throws Error where the call is not answered with ok even without any fault */
export async function uninterrupted(
  prepared: Prepared,
  turnsAwayEvery: number | null = null,
): Promise<Uninterrupted> {
  const lived = await live(prepared, prepared, null, turnsAwayEvery);
  const { answer, left, points, calls } = lived;
  if (!answer?.ok) throw new Error(`not ok without a fault: ${JSON.stringify(answer)}`);
  return {
    prepared,
    answer: answerText(answer, prepared.kind === 'job'),
    effects: await effectsAfter({ prepared, turnsAwayEvery }, lived),
    files: [...left.files.keys()],
    points,
    calls,
    turnsAwayEvery,
  };
}

/** What is not as in the uninterrupted run, as sentences. */
export async function faultsOf(wanted: Uninterrupted, lived: Lived): Promise<string[]> {
  if (!lived.answer) return ['the last process died too'];
  const answer = answerText(lived.answer, wanted.prepared.kind === 'job');
  const changed = differences(await effectsAfter(wanted, lived), wanted.effects);
  const files = [...lived.left.files.keys()];
  return [
    ...(answer === wanted.answer ? [] : [`answered ${answer} instead of ${wanted.answer}`]),
    ...(changed.length === 0 ? [] : [`differs in ${changed.slice(0, 5).join(', ')}`]),
    ...(files.join() === wanted.files.join() ? [] : ['other files are left']),
    ...violationsOf(lived.town.engine),
  ];
}

/**
 * Kills the call at each of `diesAt` in turn, each time in a new process that takes up the same
 * command on what the one before left; then lets it through.
 * @returns sentences of what went wrong; none where nothing was lost and nothing done twice
 */
export async function crash(wanted: Uninterrupted, diesAt: readonly number[]): Promise<string[]> {
  const { prepared, turnsAwayEvery } = wanted;
  let from: Lived['left'] = prepared;
  for (const [index, point] of diesAt.entries()) {
    const lived = await live(prepared, from, point, turnsAwayEvery);
    // A second process may have less to do, and be through before its point.
    const isDue = index === 0;
    if (isDue && lived.diedAt !== wanted.points[point - 1]) {
      return [`died at ${lived.diedAt} and not at ${wanted.points[point - 1]}`];
    }
    const broken = violationsOf(lived.town.engine);
    if (broken.length > 0) return broken.map((each) => `right after the crash: ${each}`);
    from = { ...lived.left, nowMs: from.nowMs + waitOf(prepared) };
  }
  return faultsOf(wanted, await live(prepared, from, null, turnsAwayEvery));
}
