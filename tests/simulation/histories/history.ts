import { createHash } from 'node:crypto';
import type { CommandRecord } from '../../../cloudfunctions/runtime/command-log';
import type { Terms } from '../../../local-cloud/platform/terms';
import type { Envelope } from '../../../src/contracts/contract';
import { saysTheSame } from '../../../src/domain/kernel/same';
import { violationsOf } from '../../proof/invariants';
import { type Random, randomFrom } from '../../support/random';
import { headOpenid, testFoundingSecret } from '../../support/town';
import { historyBase } from './base';
import { jobThatIsDue, noticeIsDue, untilTheDrawMs, waitMs } from './boundaries';
import { type Closing, openNotices, scarceMoney } from './closing';
import { type Faults, noFaults } from './faults';
import { type CommandRunning, followCommit, observeAll, type Running, verdictOf } from './follow';
import { KinBefore } from './kin-before';
import { differences } from './model/compare';
import { dayOf, endOf } from './model/days';
import { jobRules } from './model/jobs';
import { newRunView, observe } from './model/posting';
import { inTerm } from './model/rule';
import { type Model, modelFrom } from './model/state';
import type { Scene, Tokens } from './moves/move';
import { OfficeReads } from './office-reads';
import { type Choice, choices, jobNames, type Rules, rulesWith } from './rules';
import type { Task } from './scheduler';
import { openWorld, type World } from './world';
import { wrongTasks } from './wrong-tasks';

export type HistoryOptions = {
  seed: number;
  commands: number;
  faults: Faults;
  /** Of the package the town has bought; absent: no limits, no distance. */
  terms?: Terms;
};

/** How often something happened, by name: `points.check-record ok`, `killed`, `record posted`. */
export type Tally = Record<string, number>;

export type HistoryReport = {
  seed: number;
  /** One sentence each; none where all held. */
  problems: string[];
  tally: Tally;
  commits: number;
  /** Hash of all commits in their order: the same seed gives the same. */
  trace: string;
};

type LogLine = CommandRecord & { _id: string };

/** What somebody wants done; it has one id, however often it is sent. */
type Intent = {
  choice: Choice;
  openid: string;
  input: unknown;
  commandId: string;
  /** The answer that the phone has; until then it sends again. */
  acknowledged: boolean;
  /** The first answer that came out by each line of the log, whether or not the phone got it. */
  values: Map<string, string>;
  /** The ids they had when it was sent: once erased they come back under another. */
  sentAs: Set<string>;
  /** How often it was sent once all is quiet, and no answer was final. */
  callsAtRest?: number;
};

const notSent = (): Pick<Intent, 'acknowledged' | 'values' | 'sentAs'> => ({
  acknowledged: false,
  values: new Map(),
  sentAs: new Set(),
});

/** Everybody with a phone: heads, both of the town, and some who have not joined yet. */
const openids = [
  ...Array.from({ length: 15 }, (_, index) => headOpenid(1, index + 1)),
  ...Array.from({ length: 9 }, (_, index) => headOpenid(2, index + 1)),
  headOpenid(2, 13),
  ...['town-admin', 'new-1', 'new-2', 'new-3', 'new-4', 'new-5'],
];
const mostAtOnce = 12;
/** The job of which only one run may work in a village at a time. */
const posting = 'close-notices';
/** Steps of its own that a job may take before it stands still. */
const stalledWithin = 60;
const mostCallsOfARun = 5;
/** From then on a run is over, however it ended. */
const runIsOverAfterMs = 70_000;
/** Steps of its own that a call may take before it is killed. */
const killedWithin = [25, 100, 300];
/** How often a burst begins just before something ends. */
const boundaryRate = 0.2;
/** How often one that waits for a draw begins when that falls. */
const drawRate = 0.4;
/** Faults that are counted where they come about. */
type LotEntry = { kind: string; lots: { lastDay: string; free: number }[] };
/** Counted, because each needs a meeting of circumstances. */
export const graceGiven = 'points of a lapsed lot given back for 30 days';
export const servedLater = 'points that waited for money were posted';
export const officeEnded = 'somebody whose office had ended asked for what it gave';
type NotAsked = 'conflict' | 'platform' | 'commitUnclear' | 'killed' | 'clockSkewMinutes';
const secondMs = 1000;
const dayMs = 86_400_000;
/** What passes between bursts: seconds for the counter, weeks for notices, a year for lapses. */
const pausesMs: readonly (readonly [ms: number, weight: number])[] = [
  [5 * secondMs, 10],
  [40 * secondMs, 6],
  [4 * 60 * secondMs, 4],
  [3 * 3600 * secondMs, 3],
  [dayMs, 4],
  [6 * dayMs, 3],
  [15 * dayMs, 1],
  [120 * dayMs, 0.4],
  [366 * dayMs, 0.4],
];

function pickWeighted<T>(random: Random, choices: readonly (readonly [T, number])[]): T {
  const total = choices.reduce((sum, [, weight]) => sum + weight, 0);
  let left = random.next() * total;
  for (const [choice, weight] of choices) {
    left -= weight;
    if (left < 0) return choice;
  }
  return (choices.at(-1) as readonly [T, number])[0];
}

const weighted = choices.map((choice) => [choice, choice.weight ?? 1] as const);

const ofTheRegister: ReadonlySet<string> = new Set(['members', 'households', 'household-numbers']);

class History {
  readonly problems: string[] = [];
  readonly tally: Tally = {};
  readonly intents: Intent[] = [];
  readonly running = new Map<Task, Running>();
  readonly trace = createHash('sha256');
  commits = 0;
  /** At the end things go one by one. */
  private resting = false;
  private readonly tokens: Tokens = new Map();
  private readonly rules: Rules;
  private readonly officeReads: OfficeReads;
  private readonly kinBefore: KinBefore;
  /** Those who may find that their run is another's by now: it ends, as a mistake of ours does. */
  private readonly overtaken = new WeakSet<Task>();

  constructor(
    readonly random: Random,
    readonly world: World,
    readonly model: Model,
    private faults: Faults,
  ) {
    this.rules = rulesWith(this.tokens, (text) => text === testFoundingSecret);
    this.officeReads = new OfficeReads(world, model, openids);
    this.kinBefore = new KinBefore(world.engine);
    world.onBegin = (task) => {
      this.kinBefore.begin(task);
      const running = this.running.get(task);
      if (!running || running.kind === 'job') return;
      if (running.kind === 'command') {
        running.personId = world.personIdOf(running.openid);
        running.person = model.persons.get(running.personId) ?? null;
      }
      const atBegin = verdictOf(model, running, task.sawAtMs);
      running.verdicts = { ...running.verdicts, atBegin };
    };
    world.engine.onCommit((commit) => {
      const task = world.scheduler.current();
      this.commits += 1;
      this.trace.update(JSON.stringify(commit.writes));
      if (commit.writes.some(({ collection }) => ofTheRegister.has(collection))) {
        model.register.changes += 1;
      }
      const running = (task && this.running.get(task)) ?? null;
      this.problems.push(...followCommit(model, running, commit, task?.sawAtMs ?? 0));
      this.kinBefore.follow(commit);
      const wrong = wrongTasks(commit, world.engine);
      const wasRight = task && wrongTasks(commit, this.kinBefore.seenBy(task)).length === 0;
      if (!wasRight) this.problems.push(...wrong);
      observeAll(model, this.running.values());
    });
  }

  count(what: string): void {
    this.tally[what] = (this.tally[what] ?? 0) + 1;
  }

  private happens(fault: keyof Omit<Faults, NotAsked>): boolean {
    const happens = this.random.chance(this.faults[fault]);
    if (happens) this.count(fault);
    return happens;
  }

  private scene(skewMs: number): Scene {
    const { random, world, model, tokens } = this;
    return { random, world, model, openids, skewMs, tokens };
  }

  /** Somebody picks up their phone; null where there was nothing of that kind to do. */
  private async newIntent(): Promise<Intent | null> {
    const { random, world } = this;
    const choice = pickWeighted(random, weighted);
    const skewMs = Math.round((random.next() * 2 - 1) * this.faults.clockSkewMinutes * 60_000);
    if (Math.abs(skewMs) > 0) this.count('clockSkewMinutes');
    const wish = await choice.wish(this.scene(skewMs));
    if (!wish) return null;
    const commandId = world.newCommandId(skewMs);
    return { choice, ...wish, commandId, ...notSent() };
  }

  private start(
    name: string,
    running: Running,
    body: (task: Task) => Promise<void>,
    afterMs = 0,
  ): Task {
    const { scheduler } = this.world;
    const work = async (started: Task) => {
      await body(started);
      this.running.delete(started);
    };
    const task = scheduler.start(name, work, afterMs);
    task.onKill.push(() => {
      this.running.delete(task);
      this.count('killed');
    });
    this.running.set(task, running);
    // What is long dies in its later part too; what ends before goes unharmed.
    if (this.random.chance(this.faults.killed)) {
      task.stepsLeft = this.random.integer(this.random.pick(killedWithin));
    }
    return task;
  }

  /** On its way: lost, or sent once or twice; and of each the answer may be lost. */
  private deliver(intent: Intent): void {
    if (this.happens('requestLost')) return;
    const copies = this.happens('duplicated') ? 2 : 1;
    for (let copy = 0; copy < copies; copy += 1) this.deliverOnce(intent);
  }

  private deliverOnce(intent: Intent): void {
    const { model, world } = this;
    const { choice, openid, input, commandId } = intent;
    const { functionName, action, kind } = choice;
    const rule = this.rules[functionName]?.[action];
    if (!rule) throw new Error(`${functionName}.${action} has no rule in the model`);
    const personId = world.personIdOf(openid);
    const person = model.persons.get(personId) ?? null;
    const call = {
      kind: kind === 'run' ? ('run' as const) : ('command' as const),
      ...{ action, commandId, rule, input, openid, personId, person },
      lookUp: world.lookUpOf(openid),
    };
    intent.sentAs.add(personId);
    const atStart = verdictOf(model, call, world.nowMs());
    const running: CommandRunning = { ...call, verdicts: { atStart, atBegin: atStart } };
    this.start(`${action} ${commandId}`, running, async (task) => {
      const mayAtStart = rule.may(model, input as never, inTerm(person, world.nowMs()));
      const identity = { kind: 'wechat' as const, openid };
      const event = { action, commandId, input };
      const envelope = await world.send(task, functionName, event, identity);
      const now = inTerm(model.persons.get(running.personId) ?? null, task.sawAtMs);
      const mayThroughout = mayAtStart && rule.may(model, input as never, now);
      const { atStart, atBegin } = running.verdicts;
      const atEnd = verdictOf(model, running, task.sawAtMs);
      const said = [atStart, atBegin, atEnd].flatMap(({ refusals }) => refusals);
      this.check(intent, envelope, mayThroughout, said);
      if (!this.happens('answerLost')) intent.acknowledged ||= isFinal(envelope);
    });
  }

  /** Stands still somewhere until it is nobody's any more, while another one begins. */
  private startOvertaken(): void {
    const task = this.startJob(posting);
    this.overtaken.add(task);
    task.stall = { stepsLeft: 1 + this.random.integer(stalledWithin), ms: runIsOverAfterMs };
    this.startJob(posting, runIsOverAfterMs);
  }

  private startJob(action: string, afterMs = 0): Task {
    const run = newRunView(this.model);
    const running: Running = { kind: 'job', action, run };
    observe(this.model, run);
    const body = async (task: Task) => {
      const event = { Type: 'Timer', TriggerName: action };
      const envelope = await this.world.send(task, 'jobs', event, { kind: 'timer' });
      this.count(`jobs.${action} ${envelope.ok ? 'ok' : envelope.error.code}`);
      for (const id of run.given) if (run.waitedBefore.has(id)) this.count(servedLater);
      if (!envelope.ok && !this.overtaken.has(task) && (this.resting || isFinal(envelope))) {
        this.problems.push(`${action} was answered ${envelope.error.code}`);
      }
    };
    return this.start(action, running, body, afterMs);
  }

  /** Of whoever sent it: who was erased and came back is somebody else, with lines of their own. */
  private linesOf({ openid, commandId, sentAs }: Intent): LogLine[] {
    const ids = new Set([this.world.lookUpOf(openid), ...sentAs, this.world.personIdOf(openid)]);
    const lines = [...ids].map((id) => this.world.engine.get('commands', `${id}.${commandId}`));
    return lines.filter((line) => line !== null) as unknown as LogLine[];
  }

  /** A run that a call's time does not suffice for goes on in the next, but not for ever. */
  private goesOn(intent: Intent): boolean {
    intent.callsAtRest = (intent.callsAtRest ?? 0) + 1;
    return intent.choice.kind === 'run' && intent.callsAtRest < mostCallsOfARun;
  }

  /**
   * An answer says what the command log says, each time the same; or nothing was done.
   * @param said the refusals the model had for it while it ran
   */
  private check(
    intent: Intent,
    envelope: Envelope<unknown>,
    mayThroughout: boolean,
    said: readonly string[],
  ): void {
    const { functionName, action, leavesNothing } = intent.choice;
    const code = envelope.ok ? 'ok' : envelope.error.code;
    this.count(`${functionName}.${action} ${code}`);
    const lines = this.linesOf(intent);
    const wrong = (what: string) => void this.problems.push(`${action} ${code}: ${what}`);
    if (envelope.ok) {
      const { value } = envelope;
      const done = lines.filter(({ outcome }) => outcome?.ok);
      const line = done.find(({ outcome }) => outcome?.ok && saysTheSame(outcome.value, value));
      if (done.length === 0) wrong('the command log does not say so');
      else if (!line) wrong('the command log has another answer');
      else {
        const said = JSON.stringify(value);
        const before = intent.values.get(line._id) ?? said;
        if (before !== said) wrong('another answer than before');
        intent.values.set(line._id, said);
      }
      return;
    }
    const isSaid = ({ outcome }: LogLine) => !outcome?.ok && outcome?.error.code === code;
    if (lines.some(isSaid)) return;
    if (!isFinal(envelope)) {
      // Among many it may be; alone it means that something can never be done.
      if (this.resting && !this.goesOn(intent)) wrong('nobody else was there');
      return;
    }
    if (leavesNothing.includes(code)) {
      if (!said.includes(code)) wrong('the model says otherwise');
    } else if (!unlogged.has(code)) wrong('refused, and not logged');
    else if (lines.some(({ outcome }) => outcome?.ok) && mayThroughout) wrong('it was done before');
    else if (mayThroughout) wrong('they may do it');
  }

  async burst(): Promise<number> {
    const { random, intents, world } = this;
    if (random.chance(boundaryRate)) world.advanceMs(waitMs(random, this.model, world.nowMs()));
    const untilDrawMs = untilTheDrawMs(this.model, world.nowMs());
    if (untilDrawMs !== null && random.chance(drawRate)) world.advanceMs(untilDrawMs);
    if (untilTheDrawMs(this.model, world.nowMs()) === 0) this.startJob('draw-panels');
    const wanted = 1 + random.integer(mostAtOnce);
    const fresh: Intent[] = [];
    for (let tried = 0; fresh.length < wanted && tried < wanted * 4; tried += 1) {
      const intent = await this.newIntent();
      if (intent) fresh.push(intent);
    }
    const open = intents.filter(({ acknowledged }) => !acknowledged && random.chance(0.4));
    const old = intents.filter(() => this.faults.replayed > 0 && random.chance(0.02));
    const replayed = old.filter(() => this.happens('replayed'));
    intents.push(...fresh);
    for (const intent of [...fresh, ...open, ...replayed]) this.deliver(intent);
    if (random.chance(0.4)) {
      const due = random.chance(0.5) ? jobThatIsDue(this.model, this.world.nowMs()) : null;
      const action = due ?? random.pick(jobNames);
      for (let copy = random.chance(0.3) ? 2 : 1; copy > 0; copy -= 1) this.startJob(action);
    }
    if (noticeIsDue(this.model, world.nowMs()) && this.happens('overtaken')) this.startOvertaken();
    await this.world.scheduler.run();
    this.problems.push(...(await this.officeReads.problems()));
    this.world.advanceMs(pickWeighted(random, pausesMs));
    return fresh.length;
  }

  /** Nothing goes wrong any more; everybody sends what is still open, the timers catch up. */
  async comeToRest(): Promise<void> {
    this.faults = noFaults;
    this.world.calmDown();
    this.resting = true;
    await this.closeWith(openNotices);
    this.world.advanceMs(9 * dayMs);
    for (const intent of this.intents) await this.deliverToTheEnd(intent);
    for (let round = 0; round < 2; round += 1) {
      const { nowMs } = this.world;
      // At noon, so that no day ends among them.
      const noonMs = endOf(dayOf(nowMs())) + dayMs / 2;
      this.world.advanceMs(noonMs - nowMs());
      await this.closeWith(scarceMoney);
      for (const action of jobNames) await this.runAlone(action);
    }
    // What lapsed or was given back since may be what others wait for.
    await this.runAlone('close-notices');
  }

  /** As its phone does: until the answer is final. */
  private async deliverToTheEnd(intent: Intent): Promise<void> {
    for (let call = 0; !intent.acknowledged && call < mostCallsOfARun; call += 1) {
      this.deliver(intent);
      await this.world.scheduler.run();
    }
  }

  private async closeWith(closingsOf: (scene: Scene) => Closing[]): Promise<void> {
    const { world } = this;
    for (const wish of closingsOf(this.scene(0))) {
      const choice = choices.find(({ action }) => action === wish.action);
      if (!choice) throw new Error(`nobody knows how to ${wish.action}`);
      const commandId = world.newCommandId(0);
      const intent = { ...wish, choice, commandId, ...notSent() };
      this.intents.push(intent);
      await this.deliverToTheEnd(intent);
    }
  }

  private async runAlone(action: string): Promise<void> {
    this.startJob(action);
    await this.world.scheduler.run();
  }

  /** Nothing is left that a job should have done. */
  private leftUndone(): string[] {
    const { model, world } = this;
    const town = { model, atMs: world.nowMs(), find: (name: string) => world.engine.find(name) };
    return jobNames.flatMap((action) => {
      const left = jobRules[action]?.leaves(town) ?? ['the model does not know this job'];
      return left.map((problem) => `after ${action}: ${problem}`);
    });
  }

  finish(): void {
    const { model, world, intents } = this;
    this.problems.push(...this.leftUndone());
    this.problems.push(...violationsOf(world.engine));
    this.problems.push(...differences(model, world.engine, world.startedAtMs));
    for (const intent of intents) {
      const lines = new Map(this.linesOf(intent).map((line) => [line._id, line]));
      if ([...intent.values.keys()].some((id) => !lines.get(id)?.outcome?.ok)) {
        this.problems.push(`${intent.choice.action} was answered ok and is not there`);
      }
    }
    for (const { state } of model.records.values()) this.count(`record ${state}`);
    for (const { state } of model.orders.values()) this.count(`order ${state}`);
    for (const { state, change } of model.events.values()) this.count(`${change.kind} ${state}`);
    for (const { state } of model.links.values()) this.count(`link ${state}`);
    for (const { state } of model.entries.values()) this.count(`entry request ${state}`);
    for (const { state, invited } of model.acts.values()) {
      if (invited) this.count(`invitation ${state}`);
    }
    for (const { kind, lots } of world.engine.find('entries') as unknown as LotEntry[]) {
      const grace = lots.some(({ lastDay, free }) => free > 0 && !lastDay.endsWith('-12-31'));
      if (kind === 'release' && grace) this.count(graceGiven);
    }
    if (this.officeReads.asked > 0) this.tally[officeEnded] = this.officeReads.asked;
    Object.assign(this.tally, world.counts);
  }
}

/** Answers that leave nothing behind, not even a line in the log. */
const unlogged = new Set([
  ...['log-in-first', 'join-first', 'not-yours', 'not-your-job', 'proxy-over'],
  ...['record-not-found', 'order-not-found', 'join-request-not-found', 'household-not-found'],
]);

/** After these a phone tries again; anything else it takes for an answer. */
const isFinal = (envelope: Envelope<unknown>) =>
  envelope.ok || !['busy', 'unclear'].includes(envelope.error.code);

/** One random history of a town, from its seed alone. */
export async function runHistory(options: HistoryOptions): Promise<HistoryReport> {
  const { seed, commands, faults, terms = null } = options;
  const random = randomFrom(seed);
  const { documents } = await historyBase();
  const world = await openWorld(random, faults, terms);
  const history = new History(random, world, modelFrom(documents), faults);
  for (let sent = 0; sent < commands && history.problems.length === 0; ) {
    sent += await history.burst();
  }
  if (history.problems.length === 0) await history.comeToRest();
  if (history.problems.length === 0) history.finish();
  const { problems, tally, commits, trace } = history;
  return { seed, problems, tally, commits, trace: trace.digest('hex') };
}
