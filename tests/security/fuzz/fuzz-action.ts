import type { Identity } from '../../../cloudfunctions/runtime/caller';
import type { Store } from '../../../cloudfunctions/runtime/store/store';
import type { Call } from '../../proof/call';
import { cardOf, type EveryAction, everyAction, isCommanded } from '../../proof/cards';
import { violationsOf } from '../../proof/invariants';
import { openProofTown, type ProofTown } from '../../proof/town';
import { type Random, randomFrom } from '../../support/random';
import { headOpenid } from '../../support/town';
import { platformOf, rememberingFiles } from '../authority-platform';
import { undoOf } from '../authority-stage';
import { answerProblems, logProblems, pollutionProblems } from './check-answer';
import { canary } from './hostile';
import { type Cost, measured } from './measure';
import { type Known, mutated } from './mutate';
import { mutatedFile } from './mutate-file';
import { leaksTo, plantIn, publishesTexts } from './outsiders';

export type FuzzResult = {
  name: string;
  events: number;
  /** How many were answered with what code. */
  codes: Map<string, number>;
  /** Longest work of the processor and pauses asked for; not the clock’s time. */
  slowestMs: number;
  mostStoreCalls: number;
  problems: string[];
};

/** The state is put back after so many, so that what follows still meets its card. */
const eventsPerBatch = 40;
const slowestAllowedMs = 1_000;
/** More than opening a whole village takes. */
const storeCallsAllowed = 200;
const jobs = everyAction.filter(({ functionName }) => functionName === 'jobs');
/** The tick does the work of every job that is due. */
const storeCallsOf = (name: string): number =>
  name === 'jobs.tick' ? storeCallsAllowed * jobs.length : storeCallsAllowed;
const mostProblems = 20;

const wechat = (openid: string): Identity => ({ kind: 'wechat', openid });
const senders: readonly Identity[] = [
  ...[1, 2, 4, 7, 8, 9, 13].map((number) => wechat(headOpenid(1, number))),
  ...[2, 9].map((number) => wechat(headOpenid(2, number))),
  ...[wechat('town-admin'), wechat('newly-come'), wechat('never-seen')],
  ...[{ kind: 'nobody' } as const, { kind: 'timer' } as const],
];

function ownIdentity(call: Call): Identity {
  if (call.as === 'timer') return { kind: 'timer' };
  return call.as === 'nobody' ? { kind: 'nobody' } : wechat(call.as.openid);
}

const actionNames: ReadonlySet<string> = new Set(everyAction.map(({ action }) => action));

function knownOf({ engine }: ProofTown): Known {
  const places = ['v01', 'v02', 'shop-v01', 'town', 'soap', 'rice-5kg', 'errand-for-neighbour'];
  const things = ['records', 'orders', 'notices', 'households', 'persons', 'join-requests'];
  const ids = things.flatMap((name) => engine.find(name, { limit: 30 }).map(({ _id }) => _id));
  const used = engine.find('commands', { limit: 100 }).map(({ commandId }) => String(commandId));
  return { ids: [...places, ...ids, ...used], actions: [...actionNames] };
}

/** Counts what an event asks of the store, inside its transactions too. */
function counting(count: { calls: number }) {
  return (store: Store): Store => ({
    get: (...given) => {
      count.calls += 1;
      return store.get(...given);
    },
    query: (...given) => {
      count.calls += 1;
      return store.query(...given);
    },
    transact: (callback) =>
      store.transact((tx) => {
        count.calls += 1;
        const get: typeof tx.get = (...given) => {
          count.calls += 1;
          return tx.get(...given);
        };
        return callback({ ...tx, get });
      }),
  });
}

/** `files` stands for the storage. */
type Written = { collection: string; document: unknown };

/**
 * Answers of the pipeline before the action runs: then not even the command log is written.
 * `command-reused` is none: an action says it too, where something else stands under the id.
 */
const beforeTheAction: ReadonlySet<string> = new Set([
  ...['input-too-large', 'event-malformed', 'action-unknown', 'input-invalid', 'log-in-first'],
  ...['not-yours', 'not-your-job', 'command-id-missing'],
]);

function writeProblems(each: EveryAction, code: string, written: readonly Written[]): string[] {
  const isOk = code === 'ok';
  if (beforeTheAction.has(code) && written.length > 0) return [`${code} wrote`];
  const isQuiet = each.kind === 'query' || (each.kind === 'job' && !isOk);
  const kept = new Set<string>(each.keeps);
  if (isQuiet && written.some(({ collection }) => !kept.has(collection))) {
    return [`${isOk ? 'a query' : 'a refusal'} wrote`];
  }
  const commands = written.filter(({ collection }) => collection === 'commands');
  const problems: string[] = [];
  const keepsWords = JSON.stringify(commands).includes(canary) && !publishesTexts(each);
  if (keepsWords) problems.push('the command log keeps words');
  if (isOk) return problems;
  const may = new Set<string>(['commands', 'attempts', ...each.keeps]);
  const other = written.filter(({ collection }) => !may.has(collection));
  return other.length === 0
    ? problems
    : [...problems, `a refusal wrote to ${other.map(({ collection }) => collection).join()}`];
}

/** Whose refusals may come: a mutation may have named another action of the function. */
function targetOf(each: EveryAction, event: unknown): EveryAction {
  const { action, TriggerName } = (event ?? {}) as { action?: unknown; TriggerName?: unknown };
  const siblings = everyAction.filter(({ functionName }) => functionName === each.functionName);
  return siblings.find((other) => other.action === (TriggerName ?? action)) ?? each;
}

function say(event: unknown): string {
  try {
    return (JSON.stringify(event) ?? 'undefined').slice(0, 400);
  } catch {
    return '(too deep to print)';
  }
}

async function open(each: EveryAction, randomSeed: number) {
  const { town, files } = rememberingFiles(await openProofTown({ randomSeed }));
  const call = await cardOf(each).call(town);
  const count = { calls: 0 };
  const lines: Record<string, unknown>[] = [];
  const written: Written[] = [];
  const log = (line: Record<string, unknown>) => void lines.push(line);
  const onFileRemoved = (document: string) => void written.push({ collection: 'files', document });
  const wrapStore = counting(count);
  const platform = platformOf(town, { files, log, wrapStore, onFileRemoved });
  await plantIn(town);
  const undo = undoOf(town);
  town.engine.onCommit(({ writes }) => written.push(...writes));
  const valid = () => ({
    action: each.action,
    input: call.input,
    ...(isCommanded(each) && { commandId: town.newId() }),
  });
  const known = knownOf(town);
  return { each, town, call, count, lines, written, platform, undo, valid, known, files };
}

type Bench = Awaited<ReturnType<typeof open>>;

const spoiltFileId = 'cloud://test.files/spoilt.xlsx';

const timed = (action: unknown) => ({ Type: 'Timer', TriggerName: action, Time: 'now' });

/** Half of the events with a file come unchanged, but with a file that is spoilt. */
function withSpoiltFile({ files, valid }: Bench, random: Random): object | null {
  const event = valid();
  const { fileId } = (event.input ?? {}) as { fileId?: string };
  const sound = fileId === undefined ? undefined : files.get(fileId);
  if (!sound || random.chance(0.5)) return null;
  files.set(spoiltFileId, mutatedFile(sound, random));
  return { ...event, input: { fileId: spoiltFileId } };
}

function nextEvent(bench: Bench, random: Random): { event: unknown; identity: Identity } {
  const { call, valid, known } = bench;
  const spoilt = withSpoiltFile(bench, random);
  if (spoilt) return { event: spoilt, identity: ownIdentity(call) };
  const identity = random.chance(0.4) ? ownIdentity(call) : random.pick(senders);
  const event = mutated(valid(), random, known);
  if (identity.kind !== 'timer' || random.chance(0.5)) return { event, identity };
  const { action } = (event ?? {}) as { action?: unknown };
  return { event: timed(action), identity };
}

function costProblems(name: string, { cpuMs, waitedMs }: Cost, storeCalls: number): string[] {
  const said = `${Math.round(cpuMs)} ms of work and ${Math.round(waitedMs)} ms of pauses`;
  return [
    ...(cpuMs + waitedMs > slowestAllowedMs ? [`took ${said}`] : []),
    ...(storeCalls > storeCallsOf(name) ? [`${storeCalls} store calls`] : []),
  ];
}

/** The first is the card’s own: whatever the seed, every action’s own work is reached. */
function eventAfter({ events }: FuzzResult, bench: Bench, random: Random) {
  if (events > 0) return nextEvent(bench, random);
  const identity = ownIdentity(bench.call);
  return { event: identity.kind === 'timer' ? timed(bench.each.action) : bench.valid(), identity };
}

async function sendOne(bench: Bench, random: Random, result: FuzzResult): Promise<void> {
  const { each, count, lines, written, platform } = bench;
  const { event, identity } = eventAfter(result, bench, random);
  const target = targetOf(each, event);
  count.calls = 0;
  lines.length = 0;
  written.length = 0;
  const { answer, cost } = await measured(() => platform(each.functionName, event, identity));
  const code = answer.ok ? 'ok' : String(answer.error?.code);
  const problems = [
    ...answerProblems(answer, target.refusals),
    ...writeProblems(target, code, written),
    ...lines.flatMap((line) => logProblems(line, actionNames)),
    ...(lines.length === 1 ? [] : [`${lines.length} log lines`]),
    ...pollutionProblems(),
    ...costProblems(each.name, cost, count.calls),
  ];
  result.events += 1;
  result.codes.set(code, (result.codes.get(code) ?? 0) + 1);
  result.slowestMs = Math.max(result.slowestMs, cost.cpuMs + cost.waitedMs);
  result.mostStoreCalls = Math.max(result.mostStoreCalls, count.calls);
  const said = JSON.stringify(identity);
  for (const problem of problems) {
    result.problems.push(`event ${result.events}: ${problem}; ${say(event)} as ${said}`);
  }
}

async function batchProblems({ each, town, platform }: Bench): Promise<string[]> {
  return [...violationsOf(town.engine), ...(await leaksTo(each, town, platform))];
}

/** Sends `events` mutations of the card’s valid event as everybody, and checks every answer. */
export async function fuzzAction(
  each: EveryAction,
  events: number,
  seed: number,
): Promise<FuzzResult> {
  const random = randomFrom(seed);
  const bench = await open(each, seed);
  const result: FuzzResult = {
    ...{ name: each.name, events: 0, codes: new Map(), slowestMs: 0, mostStoreCalls: 0 },
    problems: [],
  };
  while (result.events < events && result.problems.length < mostProblems) {
    await sendOne(bench, random, result);
    if (result.events % eventsPerBatch !== 0 && result.events < events) continue;
    const found = await batchProblems(bench);
    result.problems.push(...found.map((each) => `after event ${result.events}: ${each}`));
    await bench.undo();
  }
  return result;
}
