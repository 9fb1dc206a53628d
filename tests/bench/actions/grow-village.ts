import type { Order } from '../../../src/domain/exchange/types';
import { dayOf } from '../../../src/domain/kernel/time';
import { type Account, award } from '../../../src/domain/ledger/ledger';
import { recordWith } from '../../domain/records/fixture';
import { openProofTown } from '../../proof/town';
import { householdId } from '../../support/household-ids';
import { type Documents, documentsOf, type TestTown, testShopId } from '../../support/town';
import { idOf } from '../history';
import { type Loader, loaderFor } from '../ledger/load';

const villageId = 'v01';
/** Households of the village whose heads act in the cards' calls. */
const households = Array.from({ length: 15 }, (_, index) => index + 1);
const noticeLines = 30;
const daysOfHistory = 360;
const dayMs = 86_400_000;

export type GrownVillage = { documents: Documents; nowMs: number };

/** Spreads a history over the year behind. */
function instantOf(index: number, size: number, nowMs: number): number {
  return Math.floor(nowMs - dayMs * daysOfHistory * (1 - index / (size + 1)));
}

async function addEntries(town: TestTown, loader: Loader, size: number): Promise<void> {
  const nowMs = town.clock.nowMs();
  for (const [place, number] of households.entries()) {
    const id = householdId(town, `${villageId}-${number}`);
    const stored = town.engine.get('accounts', id);
    if (!stored) throw new Error('every household of the village has an account');
    let account = stored as unknown as Account;
    for (let index = place; index < size; index += households.length) {
      const ruleVersion = 1;
      const cause = { kind: 'record' as const, id: idOf(index), title: '植树治沙', ruleVersion };
      const change = award(account, { honour: 1, spendable: 1 }, cause, nowMs);
      account = change.account;
      for (const entry of change.entries) {
        await loader.add('entries', { _id: `${id}.${entry.sequence}`, ...entry });
      }
    }
    await town.engine.set('accounts', id, { ...account });
  }
}

async function addRecords(town: TestTown, loader: Loader, size: number): Promise<void> {
  const nowMs = town.clock.nowMs();
  let lines: object[] = [];
  for (let index = 0; index < size; index += 1) {
    const atMs = instantOf(index, size, nowMs);
    const number = households[index % households.length] ?? 1;
    const where = {
      villageId,
      householdId: householdId(town, `${villageId}-${number}`),
      householdNumber: number,
    };
    const ended = { state: 'posted' as const, open: false, postedAtMs: atMs };
    const noticeId = idOf(700_000 + Math.floor(index / noticeLines));
    const recordId = idOf(index);
    const times = { recordedAtMs: atMs, closesAtMs: atMs, noticeId, day: dayOf(atMs) };
    const record = recordWith({
      ...{ recordId, ...where, ...ended, ...times },
      spendableState: 'posted',
    });
    await loader.add('records', { _id: recordId, ...record });
    const { itemName, points, spendable, day } = record;
    const about = { recordId, itemName, points, spendable, day, householdHidden: false };
    lines.push({ ...about, ...where, outcome: 'posted' });
    if (lines.length < noticeLines && index < size - 1) continue;
    const state = { state: 'closed', toPost: false, openedAtMs: atMs, closesAtMs: atMs };
    const notice = { noticeId, villageId, ...state, openedBy: 'cadre', lines };
    await loader.add('notices', { _id: noticeId, ...notice });
    lines = [];
  }
}

async function addOrders(town: TestTown, loader: Loader, size: number): Promise<void> {
  const nowMs = town.clock.nowMs();
  for (let index = 0; index < size; index += 1) {
    const atMs = instantOf(index, size, nowMs);
    const number = households[index % households.length] ?? 1;
    const line = { goodsId: 'soap', name: '香皂', unit: '块', count: 1, points: 5 };
    const order: Order = {
      ...{ orderId: idOf(index), state: 'handed-over', shopId: testShopId, shopName: '超市' },
      ...{
        villageId,
        householdId: householdId(town, `${villageId}-${number}`),
        householdNumber: number,
      },
      ...{ householdName: '张*', lines: [line], points: 5, shares: [], placedByPersonId: 'person' },
      ...{ placedAtMs: atMs, expiresAtMs: atMs + dayMs, endedAtMs: atMs, endedDay: dayOf(atMs) },
      ...{ endedByPersonId: 'keeper', endReason: null, pointsLapsed: 0, scan: null, usedCodes: [] },
    };
    await loader.add('orders', { _id: order.orderId, ...order });
  }
}

/** The town of the proof with a past: so many entries, ended records and orders in village 1. */
export async function growVillage(size: number): Promise<GrownVillage> {
  const town = await openProofTown();
  const loader = loaderFor(town.engine);
  await addEntries(town, loader, size);
  await addRecords(town, loader, size);
  await addOrders(town, loader, size);
  await loader.end();
  return { documents: documentsOf(town.engine), nowMs: town.clock.nowMs() };
}
