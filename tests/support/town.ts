import { ulid } from 'ulid';
import { actions as listsActions } from '../../cloudfunctions/lists/actions';
import { actions as peopleActions } from '../../cloudfunctions/people/actions';
import type { Action } from '../../cloudfunctions/runtime/define-action';
import type { Files } from '../../cloudfunctions/runtime/files';
import { createHandle, type Handle } from '../../cloudfunctions/runtime/handle';
import { createSecret, type Secret } from '../../cloudfunctions/runtime/secret';
import { jitteredRetrying } from '../../cloudfunctions/runtime/store/repeat';
import type { Store } from '../../cloudfunctions/runtime/store/store';
import { actionsWith as townActionsWith } from '../../cloudfunctions/town/actions';
import { actionsWith } from '../../cloudfunctions/wechat/actions';
import { type WeChat, WeChatError } from '../../cloudfunctions/wechat/port';
import indexes from '../../config/database/indexes.json';
import { type Appointed, appoint } from '../../config/run/appoint';
import type { Actor } from '../../config/run/cloud-client';
import { confirmEntries } from '../../config/run/confirm-entries';
import { type Document, type Engine, type IndexFile, openEngine } from '../../local-cloud/engine';
import { exchange, people, town, wechat } from '../../src/contracts';
import type { Envelope, FunctionName } from '../../src/contracts/contract';
import { dayOf } from '../../src/domain/kernel/time';
import type { Templates } from '../../src/domain/messages/templates';
import { announceBrought, announceRegisterOf } from './announce';
import { townCatalogue } from './catalogue';
import { engineStore } from './engine-store';
import { filesIn } from './files';
import { importInput } from './import-input';
import { openPostOffice, type PostOffice } from './post-office';
import { randomFrom } from './random';
import {
  registerRow,
  spreadsheetOf,
  testHeadName,
  testMembers,
  testOffices,
  testPhone,
} from './test-register';

export const testFoundingSecret = 'founding secret of the tests';
export const testSecretText = 'a secret of the tests, long enough';
/** The key before: whoever still lies under it is found, and moved. */
export const testSecretBefore = 'the secret before, of the tests, long enough';
/** The secret of every town of the tests: signatures of both sides must fit. */
export const testSecret = createSecret(testSecretText, {
  founding: testFoundingSecret,
  before: `2026-12-31:${testSecretBefore}`,
});
export const testVillages = [
  { villageId: 'v01', villageNumber: 1, name: '试一嘎查' },
  { villageId: 'v02', villageNumber: 2, name: '试二嘎查' },
];
export const testShopId = 'shop-v01';
const shelfFen = 10 * 500 + 10 * 3500;
const administratorOpenid = 'town-admin';
const secondOfTown = { villageId: 'v02', householdNumber: 13 };
/** 2026-11-02 09:00 at +08:00, a Monday. */
const firstInstantMs = Date.UTC(2026, 10, 2, 1);

export type TestTownOptions = {
  /** Actions of functions that are not this fixture's own: `{ points: actions }`. */
  functions?: Partial<Record<FunctionName, readonly Action[]>>;
  nowMs?: number;
  /** False leaves the town unfounded: nothing is seeded. */
  seed?: boolean;
  /** Starts from these instead of founding a town: the documents of another one. */
  documents?: Documents;
  /** Stands between the actions and their store: faults, counters. */
  wrapStore?: (store: Store) => Store;
  /** Other keys than those of every test town. */
  secret?: Secret;
  /** Files that are there already, by id. */
  files?: ReadonlyMap<string, Uint8Array>;
  /**
   * All chance in the town comes from it: ids, and with them panels and codes, and the pauses
   * between tries. A town opened from another one's documents takes another, or it would make the
   * same ids once more.
   */
  randomSeed?: number;
  /** What people can be told outside the app; nothing unless said. */
  templates?: Templates;
};

/** Of a town that is not told; the others count on from it. */
export const townRandomSeed = 20_261_123;

/** Everything a town's database holds, by collection. */
export type Documents = ReadonlyMap<string, readonly Document[]>;

export function documentsOf(engine: Engine): Documents {
  return new Map(engine.collections().map((name) => [name, engine.find(name)]));
}

/** An engine in memory that holds these documents, with the project's indexes. */
export async function engineFrom(documents: Documents, now?: () => number): Promise<Engine> {
  const engine = openEngine({
    directory: null,
    indexes: indexes as IndexFile,
    ...(now && { now }),
  });
  const transaction = engine.begin();
  for (const [name, each] of documents) transaction.insert(name, [...each]);
  await transaction.commit();
  return engine;
}

/** As over HTTP, but through the handles themselves. */
export type TestActor = Pick<Actor, 'call' | 'must'> & { openid: string };

export type TestTown = {
  engine: Engine;
  store: Store;
  /** The files the functions see. */
  files: Files;
  /** WeChat's side of what people are told. */
  postOffice: PostOffice;
  /** What the functions wrote to their log. */
  log: Record<string, unknown>[];
  clock: { nowMs(): number; advanceMs(ms: number): void; advanceDays(days: number): void };
  /** A command id of now. */
  newId(): string;
  as(openid: string): TestActor;
  administrator: TestActor;
  /** The head of household 13 of village 2, to whom the founder gave the second office. */
  secondAdministrator: TestActor;
  /** Gives somebody of village 1 an office by the act of the two administrators. */
  appoint(office: SomebodyOf & Pick<Appointed, 'role' | 'place'>): Promise<void>;
  /** Any event as any identity, unchecked; null is nobody. */
  send(
    functionName: FunctionName,
    event: unknown,
    openid: string | null,
  ): Promise<Envelope<unknown>>;
  /** Fires a timer's trigger, as the platform does. */
  timer(functionName: FunctionName, triggerName: string): Promise<Envelope<unknown>>;
  /** Announced as well, a photo by whoever brings it in a call, unless told otherwise. */
  putFile(name: string, bytes: Uint8Array, announced?: boolean): string;
  /** Joins the head of a household with the phone number of the register. */
  joinHead(villageNumber: number, householdNumber: number): Promise<TestActor>;
};

/** Of village 1 and the head of the household, unless told. */
export type SomebodyOf = Pick<Appointed, 'householdNumber'> &
  Partial<Pick<Appointed, 'villageId' | 'name'>>;

const somebody = (of: SomebodyOf) => {
  return { villageId: 'v01', name: testHeadName(of.householdNumber), ...of };
};

/**
 * Stands in for WeChat: the code is `phone:` and the number, a foreign one as `phone:+55-…`; a
 * mini-program code is its scene; it finds fault with one word.
 */
export const wechatStandIn: WeChat = {
  async phoneNumber(code) {
    const [, countryCode = '86', number] = /^phone:(?:\+(\d+)-)?(\d+)$/.exec(code) ?? [];
    if (number === undefined) throw new WeChatError(true, 40029);
    return { countryCode, number };
  },
  async miniProgramCode(scene) {
    return { content: new TextEncoder().encode(scene), contentType: 'image/png' };
  },
  async isFit(text) {
    if (text === 'unreachable') throw new WeChatError(false, null);
    return !text.includes('违禁词');
  },
  async send() {
    throw new WeChatError(false, 43101);
  },
};

/** What would ask WeChat, and what would open a village with what is shipped. */
export const standInFunctions = {
  wechat: actionsWith(wechatStandIn),
  town: townActionsWith(async () => townCatalogue),
};

/** `head-v01-13`: the head of household 13 of village 1. */
export function headOpenid(villageNumber: number, householdNumber: number): string {
  return `head-v0${villageNumber}-${householdNumber}`;
}

async function createParts(options: TestTownOptions) {
  const { functions = {}, nowMs = firstInstantMs, documents = new Map(), files: there } = options;
  const { randomSeed = townRandomSeed, wrapStore = (same: Store) => same } = options;
  const engine = await engineFrom(documents);
  const pauses = randomFrom(randomSeed);
  const retrying = { ...jitteredRetrying, random: pauses.next };
  const store = wrapStore(engineStore(engine, retrying));
  const stored = new Map<string, Uint8Array>(there);
  const log: Record<string, unknown>[] = [];
  let instantMs = nowMs;
  const postOffice = openPostOffice(() => instantMs, options.templates ?? {});
  const files = filesIn(stored);
  const ids = randomFrom(randomSeed);
  const newId = () => ulid(instantMs, ids.next);
  const ports = {
    store,
    files,
    secret: options.secret ?? testSecret,
    templates: options.templates ?? {},
    nowMs: () => instantMs,
    newId,
    log: (line: Record<string, unknown>) => void log.push(line),
  };
  const all: Partial<Record<FunctionName, readonly Action[]>> = {
    people: peopleActions,
    lists: listsActions,
    ...standInFunctions,
    wechat: actionsWith({ ...wechatStandIn, send: postOffice.send }),
    ...functions,
  };
  const handles = new Map<string, Handle>(
    Object.entries(all).map(([name, actions]) => [name, createHandle(actions, ports)]),
  );
  const advanceMs = (ms: number) => {
    instantMs += ms;
  };
  const clock = {
    nowMs: () => instantMs,
    advanceMs,
    advanceDays: (days: number) => advanceMs(days * 86_400_000),
  };
  const unannounced = new Set<string>();
  const announce = async (input: unknown, openid: string) => {
    const at = { engine, secret: ports.secret, nowMs: instantMs };
    await announceBrought(at, input, openid, unannounced);
  };
  const parts = { engine, store, files, stored, unannounced, postOffice, log, clock };
  return { ...parts, handles, newId, announce };
}

type Parts = Awaited<ReturnType<typeof createParts>>;

function createActors({ handles, newId, announce }: Parts) {
  let requests = 0;
  const handleOf = (name: FunctionName): Handle => {
    const handle = handles.get(name);
    if (!handle) throw new Error(`this test opened no function ${name}`);
    return handle;
  };
  const nextRequestId = () => {
    requests += 1;
    return `request-${requests}`;
  };
  const send: TestTown['send'] = (name, event, openid) => {
    const identity =
      openid === null ? { kind: 'nobody' as const } : { kind: 'wechat' as const, openid };
    return handleOf(name)(event, identity, nextRequestId());
  };
  const timer: TestTown['timer'] = (name, TriggerName) =>
    handleOf(name)({ Type: 'Timer', TriggerName }, { kind: 'timer' }, nextRequestId());
  const as = (openid: string): TestActor => {
    const call: TestActor['call'] = async (contract, input, commandId = newId()) => {
      const { functionName, action } = contract;
      await announce(input, openid);
      const envelope = await send(functionName, { action, commandId, input }, openid);
      return envelope as Envelope<never>;
    };
    return {
      openid,
      call,
      async must(contract, input, commandId) {
        const envelope = await call(contract, input, commandId);
        if (envelope.ok) return envelope.value;
        const { code, message } = envelope.error;
        throw new Error(`${contract.action} as ${openid}: ${code} ${message}`);
      },
    };
  };
  return { send, timer, as };
}

/** The founder's gift first; then all whom the register names, by the acts of the two. */
async function fillOffices({ appoint: give, joinHead }: TestTown): Promise<void> {
  await give({ ...secondOfTown, role: 'town-admin', place: 'town' });
  await confirmEntries(await joinHead(2, secondOfTown.householdNumber));
  for (const { villageId, villageNumber } of testVillages) {
    for (const { householdNumber, name, job } of testMembers(villageNumber)) {
      const role = testOffices[job];
      if (role) await give({ villageId, householdNumber, name, role, place: villageId });
    }
  }
}

async function seedTown(testTown: TestTown, withShelf: boolean): Promise<void> {
  const { administrator, putFile } = testTown;
  await administrator.must(town.foundTown, {
    foundingSecret: testFoundingSecret,
    townName: '试验镇',
    owner: '试验镇人民政府',
    sample: true,
  });
  for (const { villageId, name } of testVillages) {
    await administrator.must(town.openVillage, { villageId, name });
    const funds = { villageId, amountFen: 1_000_000, source: 'bridging-funds' as const };
    await administrator.must(town.addFunds, funds);
  }
  const rows = testVillages.flatMap(({ villageNumber, name }) =>
    testMembers(villageNumber).map((member) => registerRow(name, member)),
  );
  const fileId = putFile('register.xlsx', await spreadsheetOf(rows));
  await administrator.must(town.importRegister, await importInput(administrator, fileId));
  await fillOffices(testTown);
  await administrator.must(town.openShop, {
    shopId: testShopId,
    name: '试一嘎查积分超市',
    kind: 'own',
    villageIds: ['v01'],
    address: '党群服务中心一楼',
    hours: '周二 9:00–16:00',
  });
  await testTown.appoint({ householdNumber: 13, role: 'keeper', place: testShopId });
  if (withShelf) await seedShelf(testTown);
}

/** Soap at 5 points and rice at 35, ten of each: paid by the town, brought in by the keeper. */
async function seedShelf({ administrator, joinHead }: TestTown): Promise<void> {
  const shopId = testShopId;
  for (const amountFen of [shelfFen, -shelfFen]) {
    const source = amountFen > 0 ? ('donation' as const) : ('spent-on-goods' as const);
    await administrator.must(town.addFunds, { villageId: 'v01', amountFen, source });
  }
  const keeper = await joinHead(1, 13);
  const kind = 'goods' as const;
  const soap = { goodsId: 'soap', name: '香皂', unit: '块', points: 5, costFen: 500 };
  const rice = { goodsId: 'rice-5kg', name: '大米5kg', unit: '袋', points: 35, costFen: 3500 };
  for (const goods of [soap, rice]) {
    const { goodsId } = goods;
    await administrator.must(exchange.offerGoods, { shopId, ...goods, kind, safetyStock: 2 });
    const bought = { shopId, goodsId, change: 10, reason: 'bought-in' as const };
    await keeper.must(exchange.moveStock, bought);
  }
}

/**
 * A founded town with two villages of sixteen households each, money, a shop for village 1 whose
 * keeper is the head of household 13, all through the functions' own handles in this process.
 * Goods stand on the shelf when the actions of `exchange` are given.
 */
export async function openTestTown(options: TestTownOptions = {}): Promise<TestTown> {
  const parts = await createParts(options);
  const { engine, store, files, stored, postOffice, log, clock, newId } = parts;
  const actors = createActors(parts);
  const testTown: TestTown = {
    engine,
    store,
    files,
    postOffice,
    log,
    clock,
    newId,
    ...actors,
    administrator: actors.as(administratorOpenid),
    secondAdministrator: actors.as(headOpenid(2, secondOfTown.householdNumber)),
    appoint(office) {
      const two = [testTown.administrator, testTown.secondAdministrator] as const;
      return appoint({ ...office, ...somebody(office) }, dayOf(clock.nowMs()), two);
    },
    putFile(name, bytes, isAnnounced = true) {
      const fileId = `cloud://test.files/${name}`;
      stored.set(fileId, bytes);
      if (!isAnnounced) parts.unannounced.add(fileId);
      // In memory, so it is there before anything can ask for it.
      else if (name.endsWith('.xlsx')) void announceRegisterOf(engine, fileId, clock.nowMs());
      return fileId;
    },
    async joinHead(villageNumber, householdNumber) {
      const actor = actors.as(headOpenid(villageNumber, householdNumber));
      const { me } = await actor.must(people.whoAmI, {});
      if (me) return actor;
      const code = `phone:${testPhone(villageNumber, householdNumber)}`;
      const { phoneToken } = await actor.must(wechat.readPhoneNumber, { code });
      await actor.must(people.join, {
        villageId: `v0${villageNumber}`,
        householdNumber,
        name: testHeadName(householdNumber),
        phoneToken,
        namesShown: true,
      });
      return actor;
    },
  };
  const founded = options.seed === false || options.documents !== undefined;
  if (!founded) await seedTown(testTown, 'exchange' in (options.functions ?? {}));
  return testTown;
}
