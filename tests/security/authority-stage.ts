import type { Identity } from '../../cloudfunctions/runtime/caller';
import type { Document, Fields } from '../../local-cloud/engine';
import { town as contracts } from '../../src/contracts';
import { parseCode } from '../../src/domain/exchange/pickup-code';
import type { Order } from '../../src/domain/exchange/types';
import type { EntryRequest } from '../../src/domain/people/entry/types';
import type { LifeEvent } from '../../src/domain/people/life/types';
import type { Link } from '../../src/domain/people/links/types';
import type { HeldOffice, OfficeAct } from '../../src/domain/people/offices/types';
import { withProxy } from '../../src/domain/people/proxy';
import type {
  HeldRole,
  Household,
  HouseholdProxy,
  JoinRequest,
  Member,
  Person,
} from '../../src/domain/people/types';
import type { DeedRecord } from '../../src/domain/records/types';
import type { Call } from '../proof/call';
import { cardOf, type EveryAction, isCommanded } from '../proof/cards';
import { invitedPhone } from '../proof/ready/invitations';
import { openProofTown, type ProofTown } from '../proof/town';
import { householdId, madeHouseholdId } from '../support/household-ids';
import { testPhone } from '../support/test-register';
import { documentsOf } from '../support/town';
import { otherShops, type Subject } from './authority-actors';
import { platformOf, rememberingFiles, townSecret } from './authority-platform';

type Input = Partial<Record<string, unknown>>;

const text = (value: unknown) => (typeof value === 'string' ? value : '');

type Get = <T>(collection: string, id: unknown) => T | null;

/** Of whoever holds the office, or is to. */
function householdOfOffice(get: Get, { officeActId, officeId }: Input): Household | null {
  const about = get<OfficeAct>('office-acts', officeActId) ?? get<HeldOffice>('offices', officeId);
  return get<Household>('households', about?.householdId);
}

function recordsOfActivity(engine: ProofTown['engine'], { activityId }: Input): DeedRecord[] {
  if (!text(activityId)) return [];
  const of = { query: { activityId }, order: [{ field: 'recordId', direction: 'asc' as const }] };
  return engine.find('records', of) as unknown as DeedRecord[];
}

/** What an input speaks of, by the names ids have everywhere; else household 8 of village 1. */
export function subjectOf(engine: ProofTown['engine'], given: unknown): Subject {
  const input = (given ?? {}) as Input;
  const get = <T>(collection: string, id: unknown) =>
    (text(id) ? engine.get(collection, text(id)) : null) as T | null;
  const [firstRecordId] = Array.isArray(input.recordIds) ? input.recordIds : [input.recordId];
  const [firstHouseholdId] = Array.isArray(input.householdIds)
    ? input.householdIds
    : [input.householdId];
  const order = get<Order>('orders', input.orderId ?? parseCode(text(input.code))?.orderId);
  const found =
    get<DeedRecord>('records', firstRecordId) ??
    recordsOfActivity(engine, input)[0] ??
    order ??
    get<JoinRequest>('join-requests', input.joinRequestId) ??
    get<EntryRequest>('entry-requests', input.entryRequestId) ??
    get<Link>('links', input.linkId) ??
    householdOfOffice(get, input) ??
    get<LifeEvent>('life-events', input.lifeEventId) ??
    get<Household>('households', firstHouseholdId);
  const villageId = found?.villageId ?? (text(input.villageId) || 'v01');
  const number = typeof input.householdNumber === 'number' ? input.householdNumber : 8;
  // In a village that is only being opened nobody lives.
  const idOf = (village: string, of: number) =>
    engine.get('villages', village)
      ? householdId({ engine }, `${village}-${of}`)
      : madeHouseholdId(village, of);
  return {
    idOf,
    villageId,
    householdId: found?.householdId ?? idOf(villageId, number),
    shopId: order?.shopId ?? (text(input.shopId) || 'shop-v01'),
  };
}

/** Somebody who is put into the town: where they live, and what they hold. */
export type Cast = { openid: string; householdId: string | null; roles: HeldRole[] };

const memberIdOf = (householdId: string) => `${householdId}.90`;

async function putPerson(town: ProofTown, { openid, householdId, roles }: Cast): Promise<string> {
  const personId = townSecret.sign('person', openid, 32);
  const household = householdId ? town.engine.get('households', householdId) : null;
  const villageId = text(household?.villageId) || null;
  const memberId = household && householdId ? memberIdOf(householdId) : null;
  const name = '试演员';
  const person = {
    personId,
    lookUp: personId,
    openid,
    memberId,
    householdId,
    villageId,
    name,
    roles,
  };
  await town.engine.set('persons', personId, { ...person, joinedAtMs: 1 } as unknown as Fields);
  if (!memberId || !householdId || !villageId) return personId;
  const member: Member = {
    ...{ memberId, householdId, villageId, name, relation: '亲属', birthYear: 1970 },
    ...{ phone: null, roles, personId },
  };
  await town.engine.set('members', memberId, member as unknown as Fields);
  return personId;
}

/** Whoever calls acts for the household, in whatever office they hold. */
async function putInHand(town: ProofTown, proxyId: string, personId: string): Promise<void> {
  const proxy = town.engine.get('proxies', proxyId) as unknown as HouseholdProxy | null;
  const person = town.engine.get('persons', personId) as unknown as Person | null;
  const [held] = person?.roles ?? [];
  if (proxy?.state !== 'running' || !person || !held) return;
  const theirs = { ...proxy, helperId: personId };
  await town.engine.set('proxies', proxyId, theirs as unknown as Fields);
  const { proxy: inHand } = withProxy(person, theirs);
  const acting = { ...person, proxy: { ...inHand, as: held.role, place: held.place } };
  await town.engine.set('persons', personId, acting as unknown as Fields);
}

/** Whoever calls sits on the panel and has scanned the order: only role and place decide. */
async function putOnTheSpot(town: ProofTown, input: unknown, personId: string): Promise<void> {
  const given = (input ?? {}) as Input;
  const { recordId, orderId, proxyId } = given;
  await putInHand(town, text(proxyId), personId);
  const alone = town.engine.get('records', text(recordId)) as unknown as DeedRecord | null;
  for (const record of [alone, ...recordsOfActivity(town.engine, given)]) {
    if (!record?.draw) continue;
    const [replaced, ...others] = record.draw.panel;
    // With the mark of whom they stand for.
    const pool = record.draw.pool.map((lot) =>
      lot.personId === replaced ? { ...lot, personId } : lot,
    );
    const drawn = { ...record, draw: { ...record.draw, pool, panel: [personId, ...others] } };
    await town.engine.set('records', record.recordId, drawn as unknown as Fields);
  }
  const order = town.engine.get('orders', text(orderId)) as unknown as Order | null;
  if (order?.scan) {
    const scanned = { ...order, scan: { ...order.scan, keeperId: personId } };
    await town.engine.set('orders', order.orderId, scanned as unknown as Fields);
  }
}

/** Kinship between the two households, on both sides of the register. */
async function makeRelatives(town: ProofTown, left: string, right: string): Promise<void> {
  for (const [one, other] of [[left, right] as const, [right, left] as const]) {
    const household = town.engine.get('households', one);
    if (!household) continue;
    const known = (household.relativeIds ?? []) as string[];
    await town.engine.set('households', one, { ...household, relativeIds: [...known, other] });
  }
}

/** What came of one call: its code (`ok`), and the collections of each commit it made. */
export type Outcome = { code: string; value: unknown; commits: string[][] };

/** A town in which one action can be done, put back as it was after every call. */
export type Stage = {
  town: ProofTown;
  subject: Subject;
  call: Call;
  /** Sends the action as somebody put into the town for this call. */
  as(cast: Cast, relativeOf?: string): Promise<Outcome>;
  /** Sends it as an identity that nothing is known of; `extra` goes beside the event's fields. */
  asStranger(identity: Identity, extra?: object): Promise<Outcome>;
};

export type Undo = () => Promise<void>;

/** Remembers what stood before, so that thousands of calls need one town. */
export function undoOf(town: ProofTown): Undo {
  const before = new Map<string, Map<string, Document>>();
  for (const [name, documents] of documentsOf(town.engine)) {
    before.set(name, new Map(documents.map((each) => [each._id, each])));
  }
  const startMs = town.clock.nowMs();
  const touched = new Map<string, [string, string]>();
  town.engine.onCommit(({ writes }) => {
    for (const { collection, id } of writes) touched.set(`${collection}/${id}`, [collection, id]);
  });
  return async () => {
    const transaction = town.engine.begin();
    for (const [collection, id] of touched.values()) {
      const document = before.get(collection)?.get(id);
      if (document) transaction.set(collection, id, document);
      else transaction.remove(collection, { _id: id });
    }
    await transaction.commit();
    touched.clear();
    town.clock.advanceMs(startMs - town.clock.nowMs());
  };
}

/** The town of one action's card, with a shop beside the subject's and one elsewhere. */
export async function openStage(action: EveryAction): Promise<Stage> {
  const { functionName } = action;
  const { town, files } = rememberingFiles(await openProofTown());
  for (const { shopId, villageId } of otherShops) {
    const named = { shopId, name: `超市${villageId}`, kind: 'own' as const };
    const where = { address: '村部', hours: '周二' };
    await town.administrator.must(contracts.openShop, {
      ...{ ...named, ...where, villageIds: [villageId] },
    });
  }
  const call = await cardOf(action).call(town);
  const removed: string[] = [];
  const onFileRemoved = (fileId: string) => void removed.push(fileId);
  const platform = platformOf(town, { files, onFileRemoved });
  const undo = undoOf(town);
  const inputFor = async (identity: Identity) => {
    const input = call.input as Input | undefined;
    if (!input || !('phoneToken' in input) || identity.kind !== 'wechat') return input;
    // A token is only good for whoever asked for it, so each asks for their own.
    const { villageId = 'v02', householdNumber = 12 } = input;
    const ofRegister = testPhone(villageId === 'v02' ? 2 : 1, Number(householdNumber));
    const code = `phone:${'invitationCode' in input ? invitedPhone : ofRegister}`;
    const event = { action: 'read-phone-number', input: { code } };
    const answer = await platform('wechat', event, identity);
    const { phoneToken } = (answer.ok ? answer.value : {}) as { phoneToken?: string };
    return { ...input, phoneToken };
  };
  const send = async (identity: Identity, extra: object = {}): Promise<Outcome> => {
    const input = await inputFor(identity);
    const commits: string[][] = [];
    removed.length = 0;
    const stop = town.engine.onCommit(({ writes }) =>
      commits.push([...new Set(writes.map((write) => write.collection))].sort()),
    );
    const commandId = isCommanded(action) ? { commandId: town.newId() } : {};
    const event = { action: action.action, input, ...commandId, ...extra };
    const answer = await platform(functionName, event, identity);
    stop();
    if (removed.length > 0) commits.push(['files']);
    await undo();
    if (answer.ok) return { code: 'ok', value: answer.value, commits };
    return { code: answer.error.code, value: null, commits };
  };
  return {
    town,
    subject: subjectOf(town.engine, call.input),
    call,
    async as(cast, relativeOf) {
      const personId = await putPerson(town, cast);
      if (relativeOf && cast.householdId) await makeRelatives(town, relativeOf, cast.householdId);
      await putOnTheSpot(town, call.input, personId);
      return send({ kind: 'wechat', openid: cast.openid });
    },
    asStranger: send,
  };
}
