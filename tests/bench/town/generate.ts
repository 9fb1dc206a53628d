import { actions as exchangeActions } from '../../../cloudfunctions/exchange/actions';
import { exchange, town as townContracts } from '../../../src/contracts';
import { recordWith } from '../../domain/records/fixture';
import { madeHouseholdId } from '../../support/household-ids';
import { openTestTown, type TestTown, testFoundingSecret } from '../../support/town';
import { historyOf, idOf, randomOf } from '../history';
import { type Loader, loaderFor } from '../ledger/load';

export const villageCount = 10;
const openedMs = Date.parse('2024-01-02T09:00:00+08:00');
/** Four days into a quarter: totals of two quarters are then made, the dearest days of all. */
export const townNowMs = Date.parse('2026-10-05T00:20:00+08:00');
/** More than the time evidence is kept before New Year, when erasing is measured. */
const evidenceOfMs = Date.parse('2026-06-01T12:00:00+08:00');
export const noticeLines = 30;
/** More than everything posted and waiting could ever cost, in fen. */
const plentyFen = 10_000_000_000;

export type TownPlan = { households: number; entries: number; seed: number };

export const villageIdOf = (village: number) => `v${String(village + 1).padStart(2, '0')}`;
export const shopIdOf = (village: number) => `shop-${villageIdOf(village)}`;
export const openidOf = (village: number, number: number) => `head-${village}-${number}`;

async function openVillages(town: TestTown): Promise<void> {
  const { administrator, engine } = town;
  await administrator.must(townContracts.foundTown, {
    foundingSecret: testFoundingSecret,
    townName: '试验镇',
    owner: '试验镇人民政府',
    sample: true,
  });
  for (let village = 0; village < villageCount; village += 1) {
    const villageId = villageIdOf(village);
    await administrator.must(townContracts.openVillage, {
      villageId,
      name: `第${village + 1}嘎查`,
    });
    await engine.set('funds', villageId, { villageId, balanceFen: plentyFen });
    const shopId = shopIdOf(village);
    await administrator.must(townContracts.openShop, {
      ...{ shopId, name: `第${village + 1}超市`, kind: 'own', villageIds: [villageId] },
      ...{ address: '党群服务中心一楼', hours: '周二 9:00–16:00' },
    });
    const goods = { goodsId: 'soap', name: '香皂', unit: '块', points: 5, costFen: 500 };
    await engine.set('stock', `${shopId}.soap`, {
      ...{ shopId, ...goods, kind: 'goods', onHand: 10_000, held: 0, safetyStock: 0, sequence: 0 },
    });
  }
}

async function addHousehold(
  loader: Loader,
  plan: TownPlan & { villageId: string; number: number },
): Promise<void> {
  const { villageId, number, entries, households, seed } = plan;
  const householdId = madeHouseholdId(villageId, number);
  await loader.add('households', {
    ...{ _id: householdId, householdId, villageId, number, headName: '张三', cardId: number },
    ...{ memberIds: ['a', 'b', 'c'], relativeIds: [], ofCommittee: false, namesShown: true },
  });
  const each = Math.ceil(entries / households);
  const life = { householdId, villageId, entries: each, fromMs: openedMs, toMs: townNowMs };
  const history = historyOf(life, randomOf(seed, householdId));
  let step = history.next();
  for (; !step.done; step = history.next()) {
    const entry = step.value;
    await loader.add('entries', { _id: `${householdId}.${entry.sequence}`, ...entry });
  }
  await loader.add('accounts', { _id: householdId, ...step.value });
}

/** A founded town of ten villages and three years of history, straight into the engine. */
export async function generateTown(plan: TownPlan): Promise<TestTown> {
  const functions = { exchange: exchangeActions };
  const town = await openTestTown({ seed: false, nowMs: townNowMs, functions });
  await openVillages(town);
  const loader = loaderFor(town.engine);
  for (let index = 0; index < plan.households; index += 1) {
    const villageId = villageIdOf(index % villageCount);
    await addHousehold(loader, {
      ...plan,
      villageId,
      number: 1 + Math.floor(index / villageCount),
    });
  }
  await loader.end();
  return town;
}

export type NoticesPlan = {
  households: number;
  perVillage: number;
  closesAtMs: number;
  /** Of the first record; those of two calls must differ. */
  firstNumber: number;
};

/** Notices of full length in every village, one record for each household in turn. */
export async function addNotices(
  town: TestTown,
  { households, perVillage, closesAtMs, firstNumber }: NoticesPlan,
): Promise<number> {
  const loader = loaderFor(town.engine);
  const householdsEach = Math.floor(households / villageCount);
  const times = { noticeOpenedAtMs: closesAtMs - 432_000_000, closesAtMs };
  let made = 0;
  for (let notice = 0; notice < villageCount * perVillage; notice += 1) {
    const villageId = villageIdOf(notice % villageCount);
    const noticeId = idOf(firstNumber + 4_000_000 + notice);
    const lines = [];
    for (let line = 0; line < noticeLines; line += 1) {
      const turn = Math.floor(notice / villageCount) * noticeLines + line;
      const householdNumber = 1 + (turn % householdsEach);
      const where = {
        ...{ villageId, householdNumber },
        householdId: madeHouseholdId(villageId, householdNumber),
      };
      const recordId = idOf(firstNumber + made);
      made += 1;
      const state = { state: 'on-notice' as const, noticeId, ...times };
      const record = recordWith({ recordId, ...where, ...state });
      await loader.add('records', { _id: recordId, ...record });
      const { itemName, points, spendable, day, householdHidden } = record;
      const { householdId } = where;
      const about = { recordId, itemName, points, spendable, day, householdId, householdNumber };
      lines.push({ ...about, householdHidden, outcome: 'standing' });
    }
    const { noticeOpenedAtMs: openedAtMs } = times;
    const about = { noticeId, villageId, state: 'open', toPost: true, openedAtMs, closesAtMs };
    await loader.add('notices', { _id: noticeId, ...about, openedBy: 'cadre', lines });
  }
  await loader.end();
  return made;
}

/** Records that ended long ago and hold a note and a place that are to be erased by now. */
export async function addOldEvidence(
  town: TestTown,
  households: number,
  count: number,
): Promise<void> {
  const loader = loaderFor(town.engine);
  for (let index = 0; index < count; index += 1) {
    const villageId = villageIdOf(index % villageCount);
    const turn = Math.floor(index / villageCount) % Math.floor(households / villageCount);
    const recordId = idOf(1_000_000 + index);
    const recordedAtMs = evidenceOfMs + index;
    const evidence = { note: '在村口', photos: [`cloud://town/${recordId}`], evidenceHeld: true };
    const householdNumber = 1 + turn;
    const where = {
      ...{ villageId, householdNumber },
      householdId: madeHouseholdId(villageId, householdNumber),
    };
    const ended = { state: 'posted' as const, open: false, postedAtMs: recordedAtMs };
    const record = recordWith({ recordId, ...where, ...ended, ...evidence, recordedAtMs });
    await loader.add('records', { _id: recordId, ...record });
  }
  await loader.end();
}

/** Orders through the real action, so that points and goods are set aside for them. */
export async function placeOrders(
  town: TestTown,
  personIdOf: (openid: string) => string,
  count: number,
): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const village = index % villageCount;
    const number = 1 + Math.floor(index / villageCount);
    const openid = openidOf(village, number);
    const villageId = villageIdOf(village);
    const place = { householdId: madeHouseholdId(villageId, number), villageId };
    const roles = [{ role: 'resident', place: villageId, placeName: '嘎查' }];
    const personId = personIdOf(openid);
    await town.engine.set('persons', personId, {
      personId,
      lookUp: personId,
      openid,
      ...place,
      roles,
    });
    const lines = [{ goodsId: 'soap', count: 1 }];
    const order = { shopId: shopIdOf(village), lines, points: 5 };
    await town.as(openid).must(exchange.placeOrder, order);
  }
}
