import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PlatformFailure } from '../platform-failure';
import { type Channel, openChannel } from './channel';
import type { FunctionDefinition } from './definition';

/** One request as a worker receives it; event is JSON text. */
export type Invocation = {
  id: string;
  event: string;
  context: Record<string, unknown>;
};

/** One process of one function; it serves one request at a time. */
export type Worker = {
  pid: number;
  stamp: string;
  isAlive(): boolean;
  /** The function's return value as JSON text; throws PlatformFailure. */
  invoke(invocation: Invocation): Promise<string>;
  /** Kills the process; resolves when it is gone. */
  stop(): Promise<void>;
  /** Resolves when the process is gone, for whatever reason. */
  gone: Promise<void>;
};

export type WorkerOptions = {
  definition: FunctionDefinition;
  environment: Record<string, string>;
  offsetMs: () => number;
  log: (event: Record<string, unknown>) => void;
};

// The platform gives a cold start its own limit; a request's time-out counts from there.
const LOAD_TIMEOUT_MS = 65_000;
const RESULT_MAXIMUM_BYTES = 6 * 1024 * 1024;
const HOST_FILE = join(__dirname, 'worker-process.cjs');

function executeFailure(reply: { errorMessage: string; stackTrace: string }): PlatformFailure {
  const { errorMessage, stackTrace } = reply;
  const message = JSON.stringify({ errorCode: 1, errorMessage, stackTrace });
  return new PlatformFailure('FUNCTIONS_EXECUTE_FAIL', message);
}

function pipeOutput(child: ChildProcess, options: WorkerOptions): void {
  for (const stream of ['stdout', 'stderr'] as const) {
    const input = child[stream];
    if (input === null) continue;
    createInterface({ input }).on('line', (line) => {
      options.log({ event: 'function-output', function: options.definition.name, stream, line });
    });
  }
}

function forkWorker({ definition, environment }: WorkerOptions): ChildProcess {
  return fork(HOST_FILE, [], {
    cwd: definition.directory,
    // Nothing of this process' own flags and variables: a loader or a secret must not leak in.
    execArgv: [`--max-old-space-size=${definition.memoryMb}`],
    env: { PATH: process.env.PATH ?? '', TZ: 'UTC', LANG: 'en_US.UTF-8', ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

async function loadFunction(channel: Channel, options: WorkerOptions): Promise<void> {
  const limit = new PlatformFailure('FUNCTIONS_EXECUTE_FAIL', 'Initialization timed out');
  const message = { kind: 'load', entry: options.definition.entry, offsetMs: options.offsetMs() };
  const reply = await channel.ask(message, LOAD_TIMEOUT_MS, limit);
  if (reply.kind !== 'load-failed') return;
  const failure = executeFailure(reply);
  channel.kill(failure);
  throw failure;
}

async function ask(channel: Channel, options: WorkerOptions, invocation: Invocation) {
  const { timeoutMs } = options.definition;
  const limit = new PlatformFailure(
    'FUNCTIONS_TIME_LIMIT_EXCEEDED',
    `Invoking task timed out after ${timeoutMs / 1000} seconds`,
  );
  const message = { kind: 'invoke', ...invocation, offsetMs: options.offsetMs() };
  const reply = await channel.ask(message, timeoutMs, limit);
  if (reply.kind === 'failure') throw executeFailure(reply);
  if (reply.kind !== 'result') throw new PlatformFailure('SYS_ERR', 'system error');
  if (Buffer.byteLength(reply.body) <= RESULT_MAXIMUM_BYTES) return reply.body;
  const text = 'The size of response exceeds the upper limit (6MB)';
  throw new PlatformFailure('FUNCTIONS_RESULT_SIZE_EXCEED_LIMIT', text);
}

/** Starts a fresh process for a function; the bundle is loaded there, at once. */
export function startWorker(options: WorkerOptions): Worker {
  const child = forkWorker(options);
  pipeOutput(child, options);
  const channel = openChannel(child);
  const loaded = loadFunction(channel, options);
  // Told to whoever invokes; a worker stopped before its first request has nobody to tell.
  loaded.catch(() => {});
  return {
    pid: child.pid ?? 0,
    stamp: options.definition.stamp,
    isAlive: channel.isAlive,
    gone: channel.gone,
    async invoke(invocation) {
      await loaded;
      return ask(channel, options, invocation);
    },
    stop() {
      channel.kill(new PlatformFailure('SYS_ERR', 'the cloud is stopping'));
      return channel.gone;
    },
  };
}
