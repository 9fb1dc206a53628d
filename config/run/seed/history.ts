import { exchange, points } from '../../../src/contracts';
import { dayOf } from '../../../src/domain/kernel/time';
import type { CloudClient } from '../cloud-client';
import { householdIdOf } from '../household-id';
import { buildCast, type SampleCast, type SampleVillage } from '../sample';
import { checkRecord, letTheDrawFall, openNotice, reviewRecord } from './carry';
import { seedCommandId } from './ids';
import { drawnPhoto } from './photo';
import { storyVillageNumber, type Township } from './township';

type Deed = { household: number; itemId: string; units?: number; photo?: boolean };
type History = {
  client: CloudClient;
  cast: SampleCast;
  township: Township;
  /** Ids of this part of the past: after its clock, so that newer records sort later. */
  id: (label: string) => string;
  nowMs: number;
};

const dayMs = 86_400_000;
/** How far back the sample's past begins; the clock ends at today. */
export const historyDays = 9;

/** The deeds of three days, told over households that nobody in office is near to. */
function deedsOf(village: SampleVillage) {
  const ordinary = village.households
    .filter(({ members }) => members.every(({ job }) => job === '居民'))
    .filter(({ kinHouseholdNumbers }) => kinHouseholdNumbers.length === 0)
    .map(({ householdNumber }) => householdNumber);
  const other = (index: number) => ordinary[index % ordinary.length] ?? 0;
  const own = 17;
  const posted: Deed[] = [
    { household: own, itemId: 'unpaid-public-work', units: 1, photo: true },
    { household: own, itemId: 'grassland-fire-watch' },
    { household: own, itemId: 'public-order-patrol' },
    { household: own, itemId: 'volunteer-service', units: 1 },
    { household: other(0), itemId: 'plant-trees', photo: true },
    { household: other(1), itemId: 'village-clean-up' },
    { household: other(2), itemId: 'errand-for-neighbour' },
    { household: other(3), itemId: 'sort-waste' },
  ];
  const onNotice: Deed[] = [
    { household: own, itemId: 'plant-trees', photo: true },
    { household: other(1), itemId: 'culture-and-sports' },
    { household: other(4), itemId: 'grassland-fire-watch' },
  ];
  const waiting: Deed[] = [
    { household: other(5), itemId: 'errand-for-neighbour' },
    { household: other(2), itemId: 'volunteer-service', units: 1 },
  ];
  return { posted, onNotice, waiting };
}

async function record(history: History, deed: Deed): Promise<string> {
  const { client, cast, id, nowMs } = history;
  const cadre = client.as(cast.cadre.openid);
  const label = `${deed.household} ${deed.itemId}`;
  const path = `evidence/${id(`photo ${label}`)}.png`;
  const photos = deed.photo ? [await cadre.upload(path, drawnPhoto(label))] : [];
  const input = {
    householdId: await householdIdOf(cadre, cast.cadre.villageId, deed.household),
    itemId: deed.itemId,
    day: dayOf(nowMs),
    photos,
    ...(deed.units && { units: deed.units }),
  };
  const { recordId } = await cadre.must(points.recordDeed, input, id(`record ${label}`));
  return recordId;
}

async function recordAll(history: History, deeds: readonly Deed[]): Promise<string[]> {
  const ids: string[] = [];
  for (const deed of deeds) ids.push(await record(history, deed));
  return ids;
}

/** Taken up again after it was cut off, what is further on is left as it is. */
async function carryToNotice(
  history: History,
  nextDay: History,
  recordIds: string[],
): Promise<void> {
  const cadre = history.client.as(history.cast.cadre.openid);
  const stateOf = async (recordId: string) =>
    (await cadre.must(points.readRecord, { recordId })).record.state;
  const inState = async (state: string) => {
    const states = await Promise.all(recordIds.map(stateOf));
    return recordIds.filter((_, index) => states[index] === state);
  };
  for (const recordId of recordIds) await checkRecord(history, recordId);
  if ((await inState('waiting-draw')).length > 0) await letTheDrawFall(history.client);
  for (const recordId of await inState('waiting-review')) await reviewRecord(nextDay, recordId);
  await openNotice(nextDay, recordIds);
}

async function redeemSomething({ client, cast, township, id }: History): Promise<void> {
  const shop = township.shops.find((each) => each.villageIds.includes(cast.cadre.villageId));
  if (!shop) return;
  const resident = client.as(cast.resident.openid);
  const keeper = client.as(cast.keeper.openid);
  const { shopId } = shop;
  const { goods } = await resident.must(exchange.listGoods, { shopId });
  const soap = goods.find(({ goodsId }) => goodsId === 'soap');
  if (!soap) return;
  const place = { shopId, lines: [{ goodsId: 'soap', count: 1 }], points: soap.points };
  const { orderId } = await resident.must(exchange.placeOrder, place, id('order'));
  const { state } = await resident.must(exchange.readOrder, { orderId });
  if (state !== 'placed') return;
  const { code } = await resident.must(exchange.issuePickupCode, { orderId });
  await keeper.must(exchange.openPickup, { code });
  await keeper.must(exchange.handOver, { orderId }, id('hand over'));
}

/**
 * A few days of life in one village, so that every screen has something to show: posted deeds, a
 * redeemed order, deeds on notice, deeds waiting. Moves the clock on to today.
 */
export async function seedHistory(
  client: CloudClient,
  township: Township,
  startedAtMs: number,
): Promise<void> {
  const village = township.villages.find(
    ({ villageNumber }) => villageNumber === storyVillageNumber,
  );
  if (!village) return;
  const cast = buildCast(township.villages, village.villageNumber);
  const deeds = deedsOf(village);
  const at = (days: number): History => {
    const nowMs = startedAtMs + days * dayMs;
    return { client, cast, township, nowMs, id: (label) => seedCommandId(label, nowMs) };
  };
  const moveTo = async (days: number) => {
    const leftMs = startedAtMs + days * dayMs - (await client.nowMs());
    if (leftMs > 0) await client.advance(leftMs);
  };
  await carryToNotice(at(0), at(1), await recordAll(at(0), deeds.posted));
  await moveTo(7);
  await client.timer('close-notices');
  await redeemSomething(at(7));
  await client.timer('seal-day');
  await carryToNotice(at(7), at(8), await recordAll(at(7), deeds.onNotice));
  await moveTo(historyDays);
  await recordAll(at(historyDays), deeds.waiting);
}
