import { exchange, points } from '../../../src/contracts';
import { dayOf } from '../../../src/domain/kernel/time';
import type { CloudClient } from '../cloud-client';
import { buildCast, type SampleCast } from '../sample';
import { checkRecord, openNotice, reviewRecord } from './carry';
import { seedCommandId } from './ids';
import { drawnPhoto } from './photo';
import type { Township } from './township';

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

const firstDeeds: Deed[] = [
  { household: 17, itemId: 'unpaid-public-work', units: 1, photo: true },
  { household: 17, itemId: 'grassland-fire-watch' },
  { household: 17, itemId: 'public-order-patrol' },
  { household: 17, itemId: 'volunteer-service', units: 1 },
  { household: 22, itemId: 'plant-trees', photo: true },
  { household: 5, itemId: 'village-clean-up' },
  { household: 9, itemId: 'errand-for-neighbour' },
  { household: 12, itemId: 'sort-waste' },
];
const onNoticeDeeds: Deed[] = [
  { household: 17, itemId: 'plant-trees', photo: true },
  { household: 11, itemId: 'village-clean-up' },
  { household: 25, itemId: 'grassland-fire-watch' },
];
const waitingDeeds: Deed[] = [
  { household: 8, itemId: 'sort-waste' },
  { household: 26, itemId: 'volunteer-service', units: 1 },
];

async function record(history: History, deed: Deed): Promise<string | null> {
  const { client, cast, id, nowMs } = history;
  // Nobody records their own household, and here the offices move with the seed.
  const cadre = client.as(cast.cadre.openid);
  if (deed.household === cast.cadre.householdNumber) return null;
  const label = `${deed.household} ${deed.itemId}`;
  const path = `evidence/${id(`photo ${label}`)}.png`;
  const photos = deed.photo ? [await cadre.upload(path, drawnPhoto(deed.household % 5))] : [];
  const input = {
    householdId: `${cast.cadre.villageId}-${deed.household}`,
    itemId: deed.itemId,
    day: dayOf(nowMs),
    photos,
    ...(deed.units && { units: deed.units }),
  };
  const answer = await cadre.call(points.recordDeed, input, id(`record ${label}`));
  // A near relative, or an item this household cannot get: the sample goes on without it.
  return answer.ok ? answer.value.recordId : null;
}

async function recordAll(history: History, deeds: readonly Deed[]): Promise<string[]> {
  const ids: string[] = [];
  for (const deed of deeds) {
    const recordId = await record(history, deed);
    if (recordId) ids.push(recordId);
  }
  return ids;
}

async function carryToNotice(history: History, recordIds: string[]): Promise<void> {
  const reviewed: string[] = [];
  for (const recordId of recordIds) {
    await checkRecord(history, recordId);
    const { record: line } = await history.client
      .as(history.cast.cadre.openid)
      .must(points.readRecord, { recordId });
    // Households of committee members wait for a supervisor: left in that state to be seen.
    if (line.state !== 'waiting-review') continue;
    await reviewRecord(history, recordId);
    reviewed.push(recordId);
  }
  await openNotice(history, reviewed);
}

async function redeemSomething({ client, cast, township, id }: History): Promise<void> {
  const shop = township.shops.find((each) => each.villageIds.includes(cast.cadre.villageId));
  if (!shop) return;
  const resident = client.as(cast.resident.openid);
  const keeper = client.as(cast.keeper.openid);
  const lines = [{ goodsId: 'soap', count: 1 }];
  const place = { shopId: shop.shopId, lines };
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
  const cast = buildCast(township.villages, 3);
  const at = (days: number): History => {
    const nowMs = startedAtMs + days * dayMs;
    return { client, cast, township, nowMs, id: (label) => seedCommandId(label, nowMs) };
  };
  const moveTo = async (days: number) => {
    const leftMs = startedAtMs + days * dayMs - (await client.nowMs());
    if (leftMs > 0) await client.advance(leftMs);
  };
  await carryToNotice(at(0), await recordAll(at(0), firstDeeds));
  await moveTo(6);
  await client.timer('close-notices');
  await redeemSomething(at(6));
  await client.timer('seal-day');
  await moveTo(7);
  await carryToNotice(at(7), await recordAll(at(7), onNoticeDeeds));
  await moveTo(historyDays);
  await recordAll(at(historyDays), waitingDeeds);
}
