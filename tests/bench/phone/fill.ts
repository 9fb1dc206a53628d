import { readCatalogue } from '../../../config/catalogue';
import {
  mostHouseholdsNamed,
  mostMattersOfAVillage,
  mostVillages,
} from '../../../src/contracts/limits';
import type { Order, OrderLine, Stock } from '../../../src/domain/exchange/types';
import { dayOf } from '../../../src/domain/kernel/time';
import type { CurrentMatter } from '../../../src/domain/lists/types';
import type { Household, JoinRequest, Member, Village } from '../../../src/domain/people/types';
import type { DeedRecord, Notice, NoticeLine } from '../../../src/domain/records/types';
import { alarmId, raiseAlarm } from '../../../src/domain/seals/alarm';
import { recordTask } from '../../../src/domain/tasks/record-task';
import { householdId, madeHouseholdId } from '../../support/household-ids';
import { idOf } from '../history';
import type { Stage } from './pages';

/** As many as the action that lists them answers with at most, or as people can have. */
const most = {
  joinRequests: 200,
  waitingOrders: 300,
  endedOrders: 300,
  ownOrders: 40,
  notices: 100,
  linesOfNotice: 30,
  pending: 200,
  // The action would answer with 200; the catalogue knows 24.
  goods: 100,
  households: 20,
  villages: mostVillages - 10,
  matters: mostMattersOfAVillage - 60,
};
/** Ids of one that stands in a list, however many stand there. */
export const oneOf = { waitingOrders: idOf(1000), pending: idOf(100_010) };

const noteLength = 200;
const photosOfRecord = 6;
const stepsOfRecord = 20;

const { pointItems, goods, matters } = readCatalogue();

function pick<Value>(values: readonly Value[], index: number): Value {
  return values[index % values.length] as Value;
}

/** Puts copies of a document beside it, each changed in its own way. */
async function copy<Document extends object>(
  { engine }: Stage,
  collection: string,
  { of, count }: { of: Record<string, unknown>; count: number },
  change: (index: number, found: Document) => { _id: string } & Partial<Document>,
): Promise<void> {
  const [found] = engine.find(collection, { query: of, limit: 1, indexed: false });
  if (found === undefined) throw new Error(`nothing to copy in ${collection}`);
  const document = found as unknown as Document;
  const copies = Array.from({ length: count }, (_, index) => {
    return { ...found, ...change(index, document) };
  });
  await engine.insert(collection, copies);
}

async function fillJoins(stage: Stage, count: number): Promise<void> {
  const of = { state: 'waiting' };
  await copy<JoinRequest>(stage, 'join-requests', { of, count }, (index, { askedAtMs }) => {
    const personId = String(index).padStart(32, '0');
    const joinRequestId = `${stage.villageId}.${personId}`;
    const asked = { name: `包力高${index}`, householdNumber: 1 + index };
    return { _id: joinRequestId, joinRequestId, personId, ...asked, askedAtMs: askedAtMs + index };
  });
}

/** Three kinds of goods: what a household fetches at once. */
function linesOfOrder(index: number): OrderLine[] {
  return [0, 1, 2].map((more) => {
    const { id, name, unit, points } = pick(goods, index + more);
    return { goodsId: id, name, unit, points, count: 1 };
  });
}

async function fillOrders(stage: Stage, rows: number): Promise<void> {
  const { client, villageId, openOrder, doneOrder } = stage;
  const nowMs = await client.nowMs();
  const order = (number: number): { _id: string } & Partial<Order> => {
    const orderId = idOf(number);
    const householdNumber = 1 + (number % 300);
    const householdId = madeHouseholdId(villageId, householdNumber);
    const whose = { householdId, householdNumber, householdName: '包*' };
    return { _id: orderId, orderId, ...whose, lines: linesOfOrder(number) };
  };
  const waiting = { of: { orderId: openOrder }, count: Math.min(rows, most.waitingOrders) };
  await copy<Order>(stage, 'orders', waiting, (index) => order(1000 + index));
  const ended = { of: { orderId: doneOrder }, count: Math.min(rows, most.endedOrders) };
  await copy<Order>(stage, 'orders', ended, (index) => {
    return { ...order(2000 + index), endedAtMs: nowMs - index, endedDay: dayOf(nowMs) };
  });
  const own = { of: { orderId: doneOrder }, count: most.ownOrders };
  await copy<Order>(stage, 'orders', own, (index) => {
    const orderId = idOf(3000 + index);
    const state = pick(['placed', 'handed-over', 'expired'] as const, index);
    return { _id: orderId, orderId, state, lines: linesOfOrder(index) };
  });
}

async function fillNotices(stage: Stage, count: number): Promise<void> {
  await copy<Notice>(stage, 'notices', { of: { state: 'open' }, count }, (index) => {
    const noticeId = idOf(1000 + index);
    const lines = Array.from({ length: most.linesOfNotice }, (_, at): NoticeLine => {
      const recordId = idOf(10_000 + index * most.linesOfNotice + at);
      const { name, householdHidden } = pick(pointItems, at);
      const householdNumber = 1 + at;
      const householdId = madeHouseholdId(stage.villageId, householdNumber);
      const item = { itemName: name, points: 3, spendable: 2, day: dayOf(Date.now()) };
      const whose = { householdId, householdNumber, householdHidden };
      return { recordId, ...item, ...whose, outcome: at % 7 === 0 ? 'objected' : 'standing' };
    });
    return { _id: noticeId, noticeId, lines };
  });
}

/** What a record waits for, as its move would have written it. */
async function addTask({ engine, client }: Stage, recordId: string): Promise<void> {
  const record = engine.get('records', recordId) as unknown as DeedRecord;
  const household = engine.get('households', record.householdId) as unknown as Household;
  const task = recordTask(record, household, await client.nowMs());
  if (task) await engine.set('tasks', task.taskId, task);
}

/** Records of one household in every state on the way; they also fill the lists of who decides. */
async function fillPending(stage: Stage, count: number): Promise<void> {
  const { engine, onNotice, toCheck, toReview, villageId } = stage;
  const resident = engine.get('records', onNotice) as unknown as DeedRecord;
  const { householdId, householdNumber, householdName } = resident;
  const whose = { householdId, householdNumber, householdName };
  const from = [
    { _id: toCheck },
    { _id: toReview },
    { _id: onNotice },
    { villageId, state: 'waiting-notice' },
  ];
  for (const [turn, of] of from.entries()) {
    const each = Math.ceil(count / from.length);
    await copy<DeedRecord>(stage, 'records', { of, count: each }, (index) => {
      const recordId = idOf(100_000 + turn * most.pending + index);
      const { id, name } = pick(pointItems, index);
      return { _id: recordId, recordId, ...whose, itemId: id, itemName: name };
    });
    for (let index = 0; index < each; index += 1) {
      await addTask(stage, idOf(100_000 + turn * most.pending + index));
    }
  }
}

/** The record that is opened by itself: all the evidence it may hold, and a long way. */
async function fillRecord({ client, cast, engine, onNotice }: Stage): Promise<void> {
  const record = engine.get('records', onNotice) as unknown as DeedRecord;
  const photo = new Uint8Array([0xff, 0xd8, 0xff, 0xd9]);
  const photos: string[] = [];
  for (let number = 0; number < photosOfRecord; number += 1) {
    photos.push(await client.as(cast.cadre.openid).upload(`evidence/full-${number}.jpg`, photo));
  }
  const words = '做了'.repeat(noteLength / 2);
  const step = record.steps[0];
  const steps = Array.from({ length: stepsOfRecord }, (_, index) => {
    return { ...step, atMs: record.recordedAtMs + index, reason: words };
  });
  await engine.set('records', onNotice, { ...record, photos, note: words, steps });
}

/** Something does not fit in as many households as are named. */
async function fillAlarm({ engine, villageId }: Stage): Promise<void> {
  const number = 1;
  const query = { villageId };
  const known = engine.find('households', { query, limit: mostHouseholdsNamed });
  const households = known.map(({ _id }) => _id);
  const alarm = raiseAlarm(
    {
      villageId,
      day: dayOf(Date.now()),
      raisedAtMs: 0,
      badSealDay: null,
      householdIds: households,
    },
    null,
  );
  await engine.insert('seal-alarms', { _id: alarmId({ villageId, number }), ...alarm });
}

/** A name that many have, for who looks a household up by it. */
export const commonName = '白音';

async function fillHouseholds(stage: Stage, count: number): Promise<void> {
  const { villageId } = stage;
  const of = { householdId: householdId(stage, `${villageId}-1`) };
  const idsOf = (index: number) => {
    const number = 1001 + index;
    return { number, householdId: madeHouseholdId(villageId, number) };
  };
  await copy<Household>(stage, 'households', { of, count }, (index) => {
    const { number, householdId } = idsOf(index);
    return { _id: householdId, householdId, number };
  });
  await copy<Member>(stage, 'members', { of, count }, (index) => {
    const { householdId } = idsOf(index);
    const memberId = `${householdId}.1`;
    return { _id: memberId, memberId, householdId, name: `${commonName}${index}`, phone: null };
  });
}

async function fillVillages(stage: Stage, count: number): Promise<void> {
  const { villageId: own } = stage;
  await copy<Village>(stage, 'villages', { of: { villageId: own }, count }, (index) => {
    const villageId = `w${String(index).padStart(4, '0')}`;
    return { _id: villageId, villageId, name: `示例第${index}嘎查` };
  });
}

async function fillMatters(stage: Stage, count: number): Promise<void> {
  const { villageId } = stage;
  await copy<CurrentMatter>(stage, 'matters', { of: { villageId }, count }, (index) => {
    const key = `more-${index}`;
    const { list, name, category } = pick(matters, index);
    return { _id: `${villageId}.${key}`, key, list, name, category };
  });
}

/** Some in reach of the purse, most not: an order moves goods from one group to another. */
async function fillShelf(stage: Stage, count: number): Promise<void> {
  const { shopId } = stage;
  await copy<Stock>(stage, 'stock', { of: { shopId, goodsId: 'soap' }, count }, (index) => {
    const goodsId = `more-${index}`;
    const named = { goodsId, name: `${pick(goods, index).name}${index}`, points: 5 + index };
    return { _id: `${shopId}.${goodsId}`, ...named, onHand: 9, safetyStock: index % 3 ? 1 : 12 };
  });
}

/**
 * Fills every list of a village, which otherwise takes years.
 * @param rows at most so many in each; never more than its action answers with
 */
export async function fillVillage(stage: Stage, rows: number): Promise<void> {
  await fillRecord(stage);
  await fillAlarm(stage);
  await fillPending(stage, Math.min(rows, most.pending));
  await fillJoins(stage, Math.min(rows, most.joinRequests));
  await fillOrders(stage, rows);
  await fillNotices(stage, Math.ceil(Math.min(rows, most.notices * 10) / 10));
  await fillHouseholds(stage, most.households);
  await fillVillages(stage, Math.min(rows, most.villages));
  await fillMatters(stage, Math.min(rows, most.matters));
  await fillShelf(stage, Math.min(rows, most.goods));
}
