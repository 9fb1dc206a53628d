import { exchange, points } from '../../../src/contracts';
import type { User, Village } from './township';
import type { Step, Traffic } from './traffic';

/** How much one sitting works through. */
const sittingRecords = 5;
const noticeRecords = 30;
const lowStock = 10;

/** Somebody agrees to what waits for them. */
const agreeToSome =
  (
    view: 'to-check' | 'to-review',
    decide: typeof points.checkRecord | typeof points.reviewRecord,
  ) =>
  async ({ recorder, client }: Traffic, user: User): Promise<number> => {
    const actor = client.as(user.openid);
    const listed = await recorder.call(actor, points.listRecords, { view });
    const records = listed?.ok ? listed.value.records.slice(0, sittingRecords) : [];
    let done = 0;
    for (const { recordId } of records) {
      const answer = await recorder.call(actor, decide, { recordId, accept: true });
      done += answer?.ok ? 1 : 0;
    }
    return done;
  };

/** 核对 what was declared. */
export const checkSome = agreeToSome('to-check', points.checkRecord);
/** 评议 by one who may have been drawn. */
export const reviewSome = agreeToSome('to-review', points.reviewRecord);

/** 公示 of what passed. */
export async function noticeSome({ recorder, client }: Traffic, cadre: User): Promise<number> {
  const actor = client.as(cadre.openid);
  const listed = await recorder.call(actor, points.listRecords, { view: 'to-notice' });
  const records = listed?.ok ? listed.value.records.slice(0, noticeRecords) : [];
  if (records.length === 0) return 0;
  const recordIds = records.map(({ recordId }) => recordId);
  const input = { villageId: cadre.villageId, recordIds };
  const answer = await recorder.call(actor, points.openNotice, input);
  return answer?.ok ? answer.value.count : 0;
}

/** Somebody stands at the counter with a code, or nobody does. */
async function serveOne(traffic: Traffic, keeper: User): Promise<void> {
  const { recorder, client, random, placed } = traffic;
  const actor = client.as(keeper.openid);
  const { shopId } = keeper;
  const listed = await recorder.call(actor, exchange.listShopOrders, { shopId });
  const waiting = listed?.ok ? listed.value.waiting.filter((each) => placed.has(each.orderId)) : [];
  if (waiting.length === 0) return;
  const { orderId } = random.pick(waiting);
  const customer = client.as(placed.get(orderId) ?? '');
  const issued = await recorder.call(customer, exchange.issuePickupCode, { orderId });
  if (!issued?.ok) return;
  const opened = await recorder.call(actor, exchange.openPickup, { code: issued.value.code });
  if (!opened?.ok) return;
  const ended = await recorder.call(actor, exchange.handOver, { orderId });
  if (ended?.ok) placed.delete(orderId);
}

/** Looks at the shelf and buys in what runs low. */
async function fillShelf({ recorder, client, random }: Traffic, keeper: User): Promise<void> {
  const { shopId } = keeper;
  const actor = client.as(keeper.openid);
  const read = await recorder.call(actor, exchange.readStock, { shopId });
  const low = read?.ok ? read.value.stock.filter((line) => line.onHand - line.held < lowStock) : [];
  if (low.length === 0) return;
  const { goodsId } = random.pick(low);
  const bought = { shopId, goodsId, change: 20, reason: 'bought-in' as const };
  await recorder.call(actor, exchange.moveStock, bought);
}

/** What each person with an office does over and over. */
export function staffSteps(village: Village): { user: User; step: Step }[] {
  const [first, second] = village.cadres;
  const cadre = (user: User) => async (traffic: Traffic) => {
    if (traffic.random.chance(0.7)) await checkSome(traffic, user);
    else await noticeSome(traffic, user);
  };
  const keeper = async (traffic: Traffic) => {
    if (traffic.random.chance(0.85)) await serveOne(traffic, village.keeper);
    else await fillShelf(traffic, village.keeper);
  };
  const panel = village.panel.map((user) => ({
    user,
    step: async (traffic: Traffic) => void (await reviewSome(traffic, user)),
  }));
  return [
    { user: first, step: cadre(first) },
    { user: second, step: cadre(second) },
    { user: village.keeper, step: keeper },
    ...panel,
  ];
}
