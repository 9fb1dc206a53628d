import { PlatformFailure } from '../platform-failure';
import type { FunctionDefinition } from './definition';
import type { Invocation, Worker } from './worker';

export type PoolOptions = {
  start: (definition: FunctionDefinition) => Worker;
  maximumWorkers: number;
  /** How long a worker without work is kept, in real milliseconds. */
  idleMs: number;
};

/** The workers of one function. */
export type Pool = {
  run(definition: FunctionDefinition, invocation: Invocation): Promise<string>;
  workerPids(): number[];
  stop(): Promise<void>;
};

type Job = {
  definition: FunctionDefinition;
  invocation: Invocation;
  resolve: (body: string) => void;
  reject: (error: unknown) => void;
};

/**
 * Keeps as many workers as requests are under way, up to the maximum; further requests wait in
 * order. A failed or outdated worker is never used again.
 */
export function createPool(options: PoolOptions): Pool {
  const workers = new Set<Worker>();
  const idle = new Map<Worker, NodeJS.Timeout>();
  const queue: Job[] = [];

  const drop = (worker: Worker): Promise<void> => {
    clearTimeout(idle.get(worker));
    idle.delete(worker);
    workers.delete(worker);
    return worker.stop();
  };
  const takeIdle = (stamp: string): Worker | null => {
    // The latest used first, so that the others grow old and are dropped.
    for (const worker of [...idle.keys()].reverse()) {
      if (!worker.isAlive() || worker.stamp !== stamp) {
        void drop(worker);
        continue;
      }
      clearTimeout(idle.get(worker));
      idle.delete(worker);
      return worker;
    }
    return null;
  };
  const rest = (worker: Worker) => {
    if (!worker.isAlive()) return void drop(worker);
    idle.set(worker, setTimeout(() => void drop(worker), options.idleMs).unref());
  };
  const begin = (job: Job, worker: Worker) => {
    worker
      .invoke(job.invocation)
      .then(job.resolve, job.reject)
      .finally(() => {
        if (!workers.has(worker)) return;
        rest(worker);
        serveNext();
      });
  };
  const startNew = (definition: FunctionDefinition): Worker | null => {
    if (workers.size >= options.maximumWorkers) return null;
    const worker = options.start(definition);
    workers.add(worker);
    return worker;
  };
  function serveNext(): void {
    const job = queue[0];
    if (job === undefined) return;
    const worker = takeIdle(job.definition.stamp) ?? startNew(job.definition);
    if (worker === null) return;
    queue.shift();
    begin(job, worker);
  }

  return {
    run(definition, invocation) {
      return new Promise((resolve, reject) => {
        queue.push({ definition, invocation, resolve, reject });
        serveNext();
      });
    },
    workerPids: () => [...workers].filter((worker) => worker.isAlive()).map(({ pid }) => pid),
    async stop() {
      const failure = new PlatformFailure('SYS_ERR', 'the cloud is stopping');
      for (const job of queue.splice(0)) job.reject(failure);
      await Promise.all([...workers].map(drop));
    },
  };
}
