import { resolve } from 'node:path';
import type { Engine } from './engine';
import { makeCredentials, sdkEnvironment } from './environment';
import type { Caller } from './functions/context';
import { readDeployment } from './functions/deployment';
import { createFunctionHost, type FunctionHost } from './functions/host';
import { startTimers, type Timers } from './functions/timers';
import { createPlatform, type Platform } from './platform/platform';
import type { Terms } from './platform/terms';
import { createProtocol } from './protocol';
import { createAdmin } from './server/admin';
import { createApp } from './server/app';
import { clientEvent } from './server/function-routes';
import { type Listener, listen } from './server/listen';
import { openState, type State } from './state';
import { createStorage } from './storage/service';
import { createOpenApi } from './wechat/open-api';
import type { MessageTemplate } from './wechat/subscribe-messages';

export { endOnSignal } from './end-on-signal';
export { FolderRefused } from './engine';
export { type Caller, theTimer } from './functions/context';
export type { Fault, FaultKind } from './platform/faults';
export type { Terms } from './platform/terms';
export { PlatformFailure } from './platform-failure';
export { PortTaken } from './server/listen';
export type { MessageTemplate } from './wechat/subscribe-messages';

export type CloudOptions = {
  /** 0 = any free port. */
  port: number;
  /** Everything that lasts: database, files, clock; null = memory only. */
  dataDirectory: string | null;
  /** Built functions, one folder each. */
  functionsDirectory?: string;
  /** Declared indexes; a collection named there exists from the start. */
  indexesFile?: string;
  /**
   * Rules for clients. Where it says nothing of one, the platform's default: database (creators
   * read and write their own), storage (one's own, read nothing), functions (who signed in).
   */
  rulesFile?: string;
  /** Given to every function worker, e.g. secrets. */
  environment?: Record<string, string>;
  /** Where the cloud's clock starts; a clock kept in the data folder is never put back. */
  clockOffsetMs?: number;
  log?: (event: Record<string, unknown>) => void;
  /** Default 4. */
  maximumWorkersPerFunction?: number;
  /** Distance, package and limits of the environment; see Terms. */
  terms?: Partial<Terms>;
  /** A query that no declared index serves is refused instead of noted in the log. */
  refuseUnindexed?: boolean;
  /**
   * As WeChat DevTools uploads: time and memory in a config.json are not read, and a function has
   * one timer at most.
   */
  uploadedByDevTools?: boolean;
  /** Limits set by command beside the upload: a cloudbaserc.json. */
  limitsFile?: string;
  /** Templates of subscribe messages that WeChat knows; none unless said. */
  templates?: readonly MessageTemplate[];
};

export type Cloud = {
  url: string;
  port: number;
  /** What to export so that the SDKs of another process reach this cloud. */
  environment: Record<string, string>;
  engine: Engine;
  /** What can be changed while it runs: distance, package, faults. */
  platform: Pick<Platform, 'terms' | 'setTerms' | 'inject' | 'clearFaults'>;
  nowMs(): number;
  /** Kept in the data folder, reaches running workers; due timers fire (see Timers.advance). */
  advanceClock(milliseconds: number): Promise<void>;
  /**
   * Calls a function as the WeChat user of that openid, as any other caller, or (without one) as
   * a function without a user would. Throws PlatformFailure.
   */
  callFunction(name: string, event: unknown, caller?: string | Caller): Promise<unknown>;
  stop(): Promise<void>;
};

const DEFAULT_MAXIMUM_WORKERS = 4;

type Log = NonNullable<CloudOptions['log']>;
type Parts = {
  templates: readonly MessageTemplate[];
  state: State;
  host: FunctionHost;
  timers: Timers;
  platform: Platform;
  log: Log;
};

/** Puts the parts behind one address; `environment` gets the block that leads the SDKs there. */
async function serveParts(
  { templates, state, host, timers, platform, log }: Parts,
  port: number,
  environment: Record<string, string>,
): Promise<Listener> {
  const { clock, engine } = state;
  const address = { url: '' };
  let requests = 0;
  const credentials = makeCredentials();
  const storage = createStorage({ ...state, url: () => address.url });
  const openApi = createOpenApi(clock.nowMs, templates);
  const database = createProtocol(engine);
  const admin = createAdmin({ credentials, platform, host, storage, openApi, database, log });
  const app = createApp({
    admin,
    platform,
    host,
    functionRules: state.functionRules,
    databaseRules: state.databaseRules,
    database,
    storage,
    openApi,
    clock,
    advanceClock: timers.advance,
    counters: () => ({
      ...engine.counters(),
      ...host.counters(),
      ...listener.traffic(),
      requests,
    }),
    countRequest: () => {
      requests += 1;
    },
    log,
  });
  const listener = await listen(app, port);
  address.url = `http://127.0.0.1:${listener.port}`;
  Object.assign(environment, sdkEnvironment(address.url, credentials));
  return listener;
}

/**
 * Starts CloudBase on this machine: database, functions, storage, timers and WeChat's server APIs
 * behind one address on 127.0.0.1.
 * Throws FolderRefused (damaged, foreign or locked data folder), PortTaken, and Error for a wrong
 * indexes or rules file; nothing stays open then.
 */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const log = options.log ?? (() => {});
  const state = await openState({ ...options, log });
  const { clock, engine } = state;
  const { functionsDirectory } = options;
  const workerEnvironment = { ...options.environment };
  const platform = createPlatform(options.terms ?? {}, clock);
  const host = createFunctionHost({
    mustServe: platform.mustServe,
    functionsDirectory: functionsDirectory === undefined ? null : resolve(functionsDirectory),
    deployment: readDeployment(options),
    environment: workerEnvironment,
    maximumWorkersPerFunction: options.maximumWorkersPerFunction ?? DEFAULT_MAXIMUM_WORKERS,
    offsetMs: clock.offsetMs,
    log,
  });
  const timers = startTimers({ clock, host, log });
  const release = async () => {
    platform.stop();
    await Promise.all([timers.stop(), host.stop()]);
    await engine.close();
  };
  const environment: Record<string, string> = {};
  const parts = { templates: options.templates ?? [], state, host, timers, platform, log };
  try {
    const listener = await serveParts(parts, options.port, environment);
    Object.assign(workerEnvironment, environment);
    return {
      url: `http://127.0.0.1:${listener.port}`,
      port: listener.port,
      environment,
      engine,
      platform,
      nowMs: clock.nowMs,
      advanceClock: timers.advance,
      async callFunction(name, event, as = { openid: null, source: 'scf' }) {
        const caller: Caller = typeof as === 'string' ? { openid: as, source: 'wx_client' } : as;
        const text = clientEvent(JSON.stringify(event ?? {}), caller.openid);
        return JSON.parse(await host.invoke(name, text, caller));
      },
      async stop() {
        await listener.close();
        await release();
      },
    };
  } catch (error) {
    await release();
    throw error;
  }
}
