import { randomUUID } from 'node:crypto';
import { PlatformFailure } from '../platform-failure';
import { type Caller, requestContext } from './context';
import { type FunctionDefinition, openCatalogue } from './definition';
import { type Deployment, readDeployment } from './deployment';
import { createPool, type Pool } from './pool';
import { createReaper } from './reaper';
import { startWorker } from './worker';

/** A running request, found again by the token that its SDK calls carry. */
export type RunningRequest = { functionName: string; openid: string | null };

export type HostOptions = {
  functionsDirectory: string | null;
  /** Default: as the command line tool deploys. */
  deployment?: Deployment;
  /** Given to every worker. */
  environment: Record<string, string>;
  maximumWorkersPerFunction: number;
  offsetMs: () => number;
  log: (event: Record<string, unknown>) => void;
  /** Throws while the environment serves nobody. */
  mustServe?: () => void;
  idleMs?: number;
};

export type HostCounters = { invocations: number; coldStarts: number; workers: number };

export type FunctionHost = {
  /**
   * Runs a function; event and answer are JSON texts. Throws PlatformFailure: unknown function,
   * time-out, crash, an error thrown by the function, too large an event or answer.
   */
  invoke(name: string, event: string, caller: Caller): Promise<string>;
  definition(name: string): FunctionDefinition | null;
  functionNames(): string[];
  runningRequest(token: string): RunningRequest | null;
  counters(): HostCounters;
  workerPids(): number[];
  stop(): Promise<void>;
};

const EVENT_MAXIMUM_BYTES = 6 * 1024 * 1024;
const IDLE_MS = 60_000;

/** Runs functions in worker processes, one pool per function. */
export function createFunctionHost(options: HostOptions): FunctionHost {
  const deployment = options.deployment ?? readDeployment({});
  const catalogue = openCatalogue(options.functionsDirectory, deployment);
  const pools = new Map<string, Pool>();
  const running = new Map<string, RunningRequest>();
  const counters = { invocations: 0, coldStarts: 0 };
  const reaper = createReaper();
  let stopped = false;

  const start = (definition: FunctionDefinition) => {
    counters.coldStarts += 1;
    const { environment, offsetMs, log } = options;
    const worker = startWorker({ definition, environment, offsetMs, log });
    reaper.watch(worker.pid);
    void worker.gone.then(() => reaper.forget(worker.pid));
    return worker;
  };
  const poolOf = (name: string): Pool => {
    const kept = pools.get(name);
    if (kept !== undefined) return kept;
    const maximumWorkers = options.maximumWorkersPerFunction;
    const pool = createPool({ start, maximumWorkers, idleMs: options.idleMs ?? IDLE_MS });
    pools.set(name, pool);
    return pool;
  };
  const workerPids = () => [...pools.values()].flatMap((pool) => pool.workerPids());

  return {
    async invoke(name, event, caller) {
      options.mustServe?.();
      const definition = catalogue.find(name);
      if (definition === null) {
        const text = `FunctionName parameter could not be found: ${name}`;
        throw new PlatformFailure('FUNCTION_NOT_FOUND', text);
      }
      if (Buffer.byteLength(event) > EVENT_MAXIMUM_BYTES) {
        const text = 'Request event size exceeds the upper limit (6MB)';
        throw new PlatformFailure('EXCEED_REQUEST_SIZE_LIMIT', text);
      }
      if (stopped) throw new PlatformFailure('SYS_ERR', 'the cloud is stopping');
      counters.invocations += 1;
      const id = randomUUID();
      // Unguessable and short-lived: it carries the caller's identity into the SDK's own calls.
      const token = randomUUID();
      const context = requestContext(definition, id, caller, token);
      running.set(token, { functionName: name, openid: caller.openid });
      try {
        return await poolOf(name).run(definition, { id, event, context });
      } finally {
        running.delete(token);
      }
    },
    definition: (name) => catalogue.find(name),
    functionNames: () => catalogue.names(),
    runningRequest: (token) => running.get(token) ?? null,
    counters: () => ({ ...counters, workers: workerPids().length }),
    workerPids,
    async stop() {
      stopped = true;
      await Promise.all([...pools.values()].map((pool) => pool.stop()));
      await reaper.stop();
    },
  };
}
