import type { Random } from '../../support/random';

/** One call of a function, running until it ends or is killed. */
export type Task = {
  readonly name: string;
  /** True from the moment it is killed: nothing of it goes on. */
  dead: boolean;
  /** After so many more steps it is killed. */
  stepsLeft: number;
  /** After so many more steps it stands still once, for so long. */
  stall: { stepsLeft: number; ms: number } | null;
  /** Calls of its own that the engine is working on. */
  inside: number;
  /** The clock when it last looked. */
  sawAtMs: number;
  /** Run when it is killed: what it held is let go. */
  readonly onKill: (() => void)[];
};

/**
 * Runs tasks one step at a time; which of those that can go on does so is chosen by the seed
 * alone, so that every interleaving can be had again.
 */
export type Scheduler = {
  /** Begins a task; it takes its first step when it is chosen, not before that time has passed. */
  start(name: string, body: (task: Task) => Promise<void>, afterMs?: number): Task;
  /** To be awaited before anything others could see: ends when the task is chosen. */
  turn(task: Task): Promise<void>;
  kill(task: Task): void;
  /** Whose step is being taken. */
  current(): Task | null;
  /** The same, not before so much time has passed. */
  wait(task: Task, ms: number): Promise<void>;
  /** Ends when no task is left. */
  run(): Promise<void>;
};

type Waiter = { task: Task; go: () => void; dueMs: number };

/** The world's clock. */
export type Time = {
  nowMs(): number;
  advanceMs(ms: number): void;
  /** What passes with each step. */
  stepMs(): number;
};

/** Long enough for every promise that can be settled to have been: Node drains them all first. */
const settled = () => new Promise<void>((resolve) => process.nextTick(resolve));
/** Long enough for the world outside to get a word in. */
const elsewhere = () => new Promise<void>((resolve) => setImmediate(resolve));

/** How long a task stands still now: mostly not at all. */
function stallMs(task: Task): number {
  const { stall } = task;
  if (!stall) return 0;
  stall.stepsLeft -= 1;
  if (stall.stepsLeft > 0) return 0;
  task.stall = null;
  return stall.ms;
}

export function createScheduler(random: Random, time: Time): Scheduler {
  const waiting: Waiter[] = [];
  const alive = new Set<Task>();
  let current: Task | null = null;

  const waitUntil = (task: Task, dueMs: number) =>
    new Promise<void>((resolve) => {
      // Of the dead nothing goes on: their promise never ends.
      if (!task.dead) waiting.push({ task, go: resolve, dueMs });
    });
  const turn = (task: Task) => wait(task, stallMs(task));
  const wait = (task: Task, ms: number) =>
    waitUntil(task, ms > 0 ? time.nowMs() + Math.ceil(ms) : 0);

  /** One of those that can go on, as the seed has it; where none can, time passes until one can. */
  function choose(): Waiter | null {
    const firstMs = Math.min(...waiting.map(({ dueMs }) => dueMs));
    if (firstMs > time.nowMs()) time.advanceMs(firstMs - time.nowMs());
    const due = waiting.filter(({ dueMs }) => dueMs <= time.nowMs());
    const chosen = due[random.integer(due.length)];
    if (!chosen) return null;
    waiting.splice(waiting.indexOf(chosen), 1);
    return chosen;
  }

  function kill(task: Task): void {
    if (task.dead || !alive.has(task)) return;
    task.dead = true;
    alive.delete(task);
    for (const letGo of task.onKill) letGo();
    for (let index = waiting.length - 1; index >= 0; index -= 1) {
      if (waiting[index]?.task === task) waiting.splice(index, 1);
    }
  }

  function start(name: string, body: (task: Task) => Promise<void>, afterMs = 0): Task {
    const never = { stepsLeft: Number.POSITIVE_INFINITY, stall: null };
    const task: Task = { name, dead: false, ...never, inside: 0, sawAtMs: 0, onKill: [] };
    alive.add(task);
    void wait(task, afterMs)
      .then(() => body(task))
      .finally(() => alive.delete(task));
    return task;
  }

  const isBusy = (task: Task) => alive.has(task) && !waiting.some((waiter) => waiter.task === task);

  /** One step of one task, to the end: what it does outside the store is waited for. */
  async function step({ task, go }: Waiter): Promise<void> {
    time.advanceMs(time.stepMs());
    current = task;
    go();
    await settled();
    while (isBusy(task)) await elsewhere();
    current = null;
  }

  async function run(): Promise<void> {
    while (alive.size > 0) {
      const chosen = waiting.length > 0 ? choose() : null;
      if (!chosen) throw new Error('a task waits for nothing that will ever come');
      chosen.task.stepsLeft -= 1;
      if (chosen.task.stepsLeft < 0) kill(chosen.task);
      else await step(chosen);
    }
  }

  return { start, turn, wait, kill, run, current: () => current };
}
