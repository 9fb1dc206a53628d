import { ulid } from 'ulid';
import * as z from 'zod/mini';
import type { Identity } from '../../cloudfunctions/runtime/caller';
import {
  type Action,
  defineCommand,
  defineQuery,
  defineRun,
} from '../../cloudfunctions/runtime/define-action';
import { fitsData } from '../../cloudfunctions/runtime/fits-data';
import { createHandle, type Handle, type Ports } from '../../cloudfunctions/runtime/handle';
import { createSecret } from '../../cloudfunctions/runtime/secret';
import { type Engine, openEngine } from '../../local-cloud/engine';
import type { Envelope } from '../../src/contracts/contract';
import { contract } from '../../src/contracts/contract';
import * as f from '../../src/contracts/fields';
import { refuse } from '../../src/domain/kernel/refusal';
import type { HeldRole } from '../../src/domain/people/types';
import { engineStore } from '../support/engine-store';
import { noFiles } from '../support/files';

/** A till with coins: the smallest thing that can be counted, refused, and broken. */
const parts = { functionName: 'points' as const, refusals: ['till-empty'] };

const readTill = defineQuery({
  contract: contract({
    ...parts,
    action: 'read-till',
    title: '看钱匣',
    kind: 'query',
    input: z.strictObject({ name: f.text(10) }),
    value: z.object({ coins: z.int(), inner: z.object({ shown: z.string() }) }),
  }),
  allow: [{ who: 'anyone' }],
  async run({ input, read, caller }) {
    const till = await read.get<{ coins: number; label?: string }>('tills', input.name);
    const inner = { shown: till?.label ?? 'yes', secretNote: 'never leaves' };
    return { coins: till?.coins ?? 0, inner, openid: caller.identity, _id: input.name };
  },
});

const takeCoins = defineCommand({
  contract: contract({
    ...parts,
    action: 'take-coins',
    title: '取钱',
    kind: 'command',
    input: z.strictObject({ name: f.slug, coins: z.int().check(z.minimum(1)) }),
    value: z.object({ coins: z.int(), by: z.string() }),
    logged: ['coins'],
  }),
  allow: [{ who: 'wechat-user' }],
  keepsOnRefusal: ['attempts'],
  async run({ input, tx, personId, keep, nowMs }) {
    const till = await tx.get<{ coins: number; label?: string }>('tills', input.name);
    keep('attempts', personId, { atMs: nowMs });
    const left = (till?.coins ?? 0) - input.coins;
    tx.set('tills', input.name, { coins: left });
    if (left < 0) refuse('till-empty', '钱匣里不够。', { coins: till?.coins ?? 0 });
    return { coins: left, by: till?.label ?? personId };
  },
});

const breakTill = defineCommand({
  contract: contract({
    ...parts,
    action: 'break-till',
    title: '弄坏',
    kind: 'command',
    input: z.strictObject({}),
    value: z.object({}),
  }),
  allow: [{ who: 'wechat-user' }],
  async run({ tx }) {
    tx.set('tills', 'broken', { coins: 1 });
    throw new Error('somebody typed\n13800001111');
  },
});

const closeVillage = defineCommand({
  contract: contract({
    ...parts,
    action: 'close-village',
    title: '关门',
    kind: 'command',
    input: z.strictObject({ villageId: f.slug }),
    value: z.object({ villageId: f.slug }),
  }),
  allow: [{ who: 'cadre', at: 'own-village' }],
  place: ({ input }) => ({ villageId: input.villageId }),
  run: async ({ input }) => ({ villageId: input.villageId }),
});

/** Counts up three tills, one transaction each, idempotent by document id. */
const fillTills = defineRun({
  contract: contract({
    ...parts,
    action: 'fill-tills',
    title: '装满',
    kind: 'run',
    input: z.strictObject({ stopAt: z.optional(z.int()) }),
    value: z.object({ filled: z.int() }),
  }),
  allow: [{ who: 'wechat-user' }],
  async run({ store, input, commandId }) {
    for (const index of [0, 1, 2]) {
      if (input.stopAt === index && failing.on) throw new Error('cut off');
      await store.transact(async (tx) => {
        if (await tx.get('tills', `${commandId}.${index}`)) return;
        tx.create('tills', `${commandId}.${index}`, { coins: 1 });
        const sum = await tx.get<{ coins: number }>('tills', 'sum');
        tx.set('tills', 'sum', { coins: (sum?.coins ?? 0) + 1 });
      });
    }
    return { filled: 3 };
  },
});

const nightly = defineRun({
  contract: contract({
    ...parts,
    functionName: 'jobs',
    action: 'nightly',
    title: '夜里',
    kind: 'job',
    input: f.nothing,
    value: z.object({ done: z.int() }),
  }),
  allow: [{ who: 'timer' }],
  run: async () => ({ done: 1 }),
});

/** Switches the cut-off of `fill-tills` off for the second try. */
export const failing = { on: true };

export const nobody: Identity = { kind: 'nobody' };
export const timer: Identity = { kind: 'timer' };
export const user = (openid: string): Identity => ({ kind: 'wechat', openid });

export type Pipeline = {
  engine: Engine;
  handle: Handle;
  log: Record<string, unknown>[];
  advanceMs(milliseconds: number): void;
  coins(name: string): number | null;
  personId(openid: string): string;
  addPerson(openid: string, roles: HeldRole[], householdId?: string): Promise<void>;
  take(openid: string, coins: number, commandId: string): Promise<Envelope<unknown>>;
};

const collections = ['towns', 'tills', 'persons', 'commands', 'attempts', 'demands'];

/** The pipeline on an engine in this process, with a till of `coins` coins. */
export async function openPipeline(coins = 10): Promise<Pipeline> {
  const indexes = Object.fromEntries(collections.map((name) => [name, []]));
  const engine = openEngine({ directory: null, indexes });
  const secret = createSecret('a secret of the tests, long enough');
  const store = engineStore(engine);
  const log: Record<string, unknown>[] = [];
  let nowMs = Date.parse('2026-11-23T12:00:00+08:00');
  const ports: Ports = {
    store,
    fits: fitsData(store),
    files: noFiles,
    secret,
    nowMs: () => nowMs,
    newId: ulid,
    log: (line) => void log.push(line),
  };
  const actions: Action[] = [readTill, takeCoins, breakTill, closeVillage, fillTills, nightly];
  const handle = createHandle(actions, ports);
  const personId = (openid: string) => secret.sign('person', openid, 32);
  await engine.set('tills', 'one', { coins });
  failing.on = true;
  return {
    engine,
    handle,
    log,
    personId,
    advanceMs: (milliseconds) => {
      nowMs += milliseconds;
    },
    coins: (name) => (engine.get('tills', name)?.coins as number | undefined) ?? null,
    async addPerson(openid, roles, householdId) {
      await engine.set('persons', personId(openid), {
        personId: personId(openid),
        lookUp: personId(openid),
        openid,
        roles,
        householdId: householdId ?? null,
      });
    },
    take: (openid, count, commandId) =>
      handle(
        { action: 'take-coins', commandId, input: { name: 'one', coins: count } },
        user(openid),
        'request',
      ),
  };
}
