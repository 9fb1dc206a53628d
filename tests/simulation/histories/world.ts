import { ulid } from 'ulid';
import cloudbaserc from '../../../cloudbaserc.json';
import { callTime } from '../../../cloudfunctions/runtime/call-time';
import type { Identity } from '../../../cloudfunctions/runtime/caller';
import type { Action } from '../../../cloudfunctions/runtime/define-action';
import type { Files } from '../../../cloudfunctions/runtime/files';
import { createHandle } from '../../../cloudfunctions/runtime/handle';
import { createSecret, type Secret } from '../../../cloudfunctions/runtime/secret';
import type { Store } from '../../../cloudfunctions/runtime/store/store';
import { readRegister } from '../../../cloudfunctions/town/read-register';
import { registry } from '../../../config/run/registry';
import type { Engine } from '../../../local-cloud/engine';
import { createPlatform } from '../../../local-cloud/platform/platform';
import type { Terms } from '../../../local-cloud/platform/terms';
import type { Contract, Envelope, FunctionName } from '../../../src/contracts/contract';
import { registerWithOneMore } from '../../proof/ready/town';
import { announceBrought, announceRegisterOf } from '../../support/announce';
import { engineStore } from '../../support/engine-store';
import { filesIn } from '../../support/files';
import { testPhoto } from '../../support/photo';
import type { Random } from '../../support/random';
import { spreadsheetOf } from '../../support/test-register';
import {
  engineFrom,
  standInFunctions,
  testFoundingSecret,
  testSecretText,
  testVillages,
} from '../../support/town';
import { historyBase } from './base';
import type { Faults } from './faults';
import { scheduledStore } from './scheduled-store';
import { createScheduler, type Scheduler, type Task } from './scheduler';

const served: Readonly<Record<FunctionName, readonly Action[]>> = {
  ...registry,
  ...standInFunctions,
};
/** A photo that never arrived in storage is not asked for: phones upload before they send. */
export const photoFolder = 'cloud://test.files/evidence/';
export const registerFile = 'cloud://test.files/more.xlsx';
let registerBytes: Promise<Uint8Array> | null = null;

const bytesOfRegister = () => {
  registerBytes ??= spreadsheetOf(registerWithOneMore(testVillages[0]?.name ?? ''));
  return registerBytes;
};

/** What a preview of the register says at this moment, to whoever is about to import it. */
export async function seenOfRegister({ engine, nowMs }: Pick<World, 'engine' | 'nowMs'>) {
  const files = filesIn(new Map([[registerFile, await bytesOfRegister()]]));
  const store = engineStore(engine);
  // Looking at it leaves nothing in the town: that it was announced is taken for granted.
  const get: Store['get'] = async (collection, id) =>
    collection === 'uploads' ? ({ _id: id } as never) : store.get(collection, id);
  const read = { get, query: store.query };
  return (await readRegister(registerFile, { files, read, nowMs: nowMs() })).seen;
}

/** The town of the proof, its functions, its clock, and who is running in it. */
export type World = {
  engine: Engine;
  scheduler: Scheduler;
  secret: Secret;
  startedAtMs: number;
  nowMs(): number;
  advanceMs(ms: number): void;
  /** Faults of the database that came about, by name. */
  counts: Record<string, number>;
  /** From now on the platform answers everything; conflicts go on. */
  calmDown(): void;
  /** Set by whoever wants to know when a transaction begins. */
  onBegin: (task: Task) => void;
  /** Where somebody lies. */
  lookUpOf(openid: string): string;
  /** As the functions name them: by their id, or, as long as nobody knows them, by the look-up. */
  personIdOf(openid: string): string;
  /** A command id made by a phone whose clock is wrong by so much. */
  newCommandId(skewMs: number): string;
  /** One event to one function, step by step with all that runs beside it. */
  send(
    task: Task,
    functionName: FunctionName,
    event: unknown,
    identity: Identity,
  ): Promise<Envelope<unknown>>;
  /** A query of somebody, at once: nothing else runs meanwhile. */
  ask(contract: Contract, input: unknown, openid: string): Promise<Envelope<unknown>>;
};

/** Asked for at every turn, and dear: the secret is the same in every world. */
const lookUps = new Map<string, string>();

/** Of every function, as it is deployed. */
const limitMs = Math.min(...cloudbaserc.functions.map(({ timeout }) => timeout)) * 1000;

/** Steps take some milliseconds each, so that two calls seldom see the same instant. */
const longestStepMs = 15;

/** The local cloud's own package and distance, in the histories' time: nobody waits in truth. */
function packageOf(terms: Terms | null, scheduler: Scheduler, nowMs: () => number) {
  if (terms === null) return null;
  const pause = async (ms: number) => {
    const task = scheduler.current();
    if (task === null) throw new Error('nobody asks');
    await scheduler.wait(task, ms);
  };
  return { platform: createPlatform(terms, { nowMs, elapsedMs: nowMs, pause }), pause };
}

function filesOf(register: Uint8Array, turn: () => Promise<void>): Files {
  return {
    async temporaryAddresses(fileIds) {
      await turn();
      return fileIds.map((id) => `https://files.test/${id}`);
    },
    async read(fileId) {
      await turn();
      if (fileId === registerFile) return register;
      return fileId.startsWith(photoFolder) ? testPhoto(fileId) : null;
    },
    remove: turn,
    put: turn,
    async idOf(path) {
      await turn();
      return `cloud://test.files/${path}`;
    },
  };
}

function namesIn(engine: Engine, secret: Secret): Pick<World, 'lookUpOf' | 'personIdOf'> {
  const lookUpOf = (openid: string) => {
    const known = lookUps.get(openid) ?? secret.sign('person', openid, 32);
    lookUps.set(openid, known);
    return known;
  };
  const personIdOf = (openid: string) => {
    const lookUp = lookUpOf(openid);
    return String(engine.get('persons', lookUp)?.personId ?? lookUp);
  };
  return { lookUpOf, personIdOf };
}

type Announcing = { event: unknown; openid: string; nowMs: number };

async function announceAll(engine: Engine, secret: Secret, { event, openid, nowMs }: Announcing) {
  const { input } = event as { input?: { fileId?: unknown } };
  if (input?.fileId === registerFile) await announceRegisterOf(engine, registerFile, nowMs);
  await announceBrought({ engine, secret, nowMs }, input, openid);
}

type Parts = { store: Store; turn: () => Promise<void>; hasTime: () => boolean; nowMs(): number };

/**
 * @param faults how often the database fails; the rest is the phones'
 * @param terms of the package; null: no limits, no distance
 */
export async function openWorld(
  random: Random,
  faults: Faults,
  terms: Terms | null,
): Promise<World> {
  const { documents, nowMs: startedAtMs } = await historyBase();
  const register = await bytesOfRegister();
  let instantMs = startedAtMs;
  const nowMs = () => instantMs;
  const advanceMs = (ms: number) => {
    instantMs += ms;
  };
  const engine = await engineFrom(documents, nowMs);
  // What a request takes is its way, where it has one.
  const stepMs = () => random.integer(terms ? 2 : longestStepMs);
  const scheduler = createScheduler(random, { nowMs, advanceMs, stepMs });
  const strict = packageOf(terms, scheduler, nowMs);
  const secret = createSecret(testSecretText, { founding: testFoundingSecret });
  const counts: Record<string, number> = {};
  const storeFaults = {
    random,
    ...{ conflict: faults.conflict, platform: faults.platform },
    commitUnclear: faults.commitUnclear,
    onFault: (fault: string) => {
      counts[fault] = (counts[fault] ?? 0) + 1;
    },
    onBegin: (task: Task) => world.onBegin(task),
    strict,
  };
  const handleOf = (functionName: FunctionName, { store, turn, hasTime, nowMs }: Parts) =>
    createHandle(served[functionName], {
      ...{ store, secret, nowMs, hasTime },
      files: filesOf(register, turn),
      newId: () => ulid(instantMs, random.next),
      log: () => undefined,
    });
  const announce = (event: unknown, openid: string) =>
    announceAll(engine, secret, { event, openid, nowMs: nowMs() });
  const atOnce = { turn: async () => undefined, hasTime: () => true, nowMs };
  const names = namesIn(engine, secret);
  const world: World = {
    ...{ engine, scheduler, secret, startedAtMs, nowMs, advanceMs, counts, ...names },
    calmDown: () => void Object.assign(storeFaults, { platform: 0, commitUnclear: 0 }),
    onBegin: () => undefined,
    newCommandId: (skewMs) => ulid(instantMs + skewMs, random.next),
    async send(task, functionName, event, identity) {
      const time = callTime(nowMs);
      // A call whose time is short begins nothing that would be cut off.
      time.begin({ time_limit_in_ms: terms ? limitMs : undefined });
      const store = scheduledStore({ engine, scheduler }, task, storeFaults, time.leftMs);
      const look = () => {
        task.sawAtMs = nowMs();
        return task.sawAtMs;
      };
      const turn = () => scheduler.turn(task);
      const handle = handleOf(functionName, { store, turn, hasTime: time.mayBegin, nowMs: look });
      if (identity.kind === 'wechat') await announce(event, identity.openid);
      return handle(event, identity, task.name);
    },
    ask({ functionName, action }, input, openid) {
      const handle = handleOf(functionName, { ...atOnce, store: engineStore(engine) });
      return handle({ action, input }, { kind: 'wechat', openid }, 'asked');
    },
  };
  return world;
}
