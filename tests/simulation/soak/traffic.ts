import type { CloudClient } from '../../../config/run/cloud-client';
import { exchange, lists, points } from '../../../src/contracts';
import { dayOf } from '../../../src/domain/kernel/time';
import { type Random, randomFrom } from '../../support/random';
import { smallDeedItems } from '../fire/declarations';
import type { Recorder } from './latency';
import type { User, Village } from './township';

/** What one user's steps work with. */
export type Traffic = {
  client: CloudClient;
  recorder: Recorder;
  random: Random;
  /** Order id → who placed it and would show the code. */
  placed: Map<string, string>;
  /** Ids the cloud acknowledged: they must be there at the end. */
  acknowledged: { orders: Set<string>; records: Set<string> };
};
export type Step = (traffic: Traffic) => Promise<void>;

export async function declareOne(traffic: Traffic, user: User): Promise<boolean> {
  const { client, recorder, random, acknowledged } = traffic;
  const day = dayOf(await client.nowMs());
  const deed = { itemId: random.pick(smallDeedItems), day, note: '又一回', photos: [] };
  const answer = await recorder.call(client.as(user.openid), points.declareDeed, deed);
  if (answer?.ok) acknowledged.records.add(answer.value.recordId);
  return answer?.ok === true;
}

/** Looks at the shelf and takes one of the things one can afford. */
async function orderOne(traffic: Traffic, user: User): Promise<void> {
  const { client, recorder, random, placed, acknowledged } = traffic;
  const actor = client.as(user.openid);
  const { shopId } = user;
  const shelf = await recorder.call(actor, exchange.listGoods, { shopId });
  const purse = await recorder.call(actor, points.readAccount, {});
  if (!shelf?.ok || !purse?.ok) return;
  const { spendable } = purse.value;
  const fits = shelf.value.goods.filter(
    (goods) => goods.available > 0 && goods.points <= spendable,
  );
  if (fits.length === 0) return;
  const { goodsId, points: price } = random.pick(fits);
  const order = { shopId, lines: [{ goodsId, count: 1 }], points: price };
  const answer = await recorder.call(actor, exchange.placeOrder, order);
  if (!answer?.ok) return;
  placed.set(answer.value.orderId, user.openid);
  acknowledged.orders.add(answer.value.orderId);
}

async function cancelOne({ client, recorder, placed }: Traffic, user: User): Promise<void> {
  const actor = client.as(user.openid);
  const listed = await recorder.call(actor, exchange.listOrders, {});
  const open = listed?.ok && listed.value.orders.find((order) => order.state === 'placed');
  if (!open) return;
  const { orderId } = open;
  const answer = await recorder.call(actor, exchange.cancelOrder, { orderId });
  if (answer?.ok) placed.delete(orderId);
}

/** The words of a resident's day, and how often each comes. */
function residentSteps(user: User): [weight: number, step: Step][] {
  const { villageId, shopId, householdId, openid } = user;
  const look = (see: (traffic: Traffic) => Promise<unknown>): Step => {
    return async (traffic) => void (await see(traffic));
  };
  const asked = ({ client }: Traffic) => client.as(openid);
  return [
    [15, look((t) => t.recorder.call(asked(t), points.readBoard, { villageId }))],
    [18, look((t) => t.recorder.call(asked(t), points.readAccount, {}))],
    [8, look((t) => t.recorder.call(asked(t), points.readStatement, {}))],
    [10, look((t) => t.recorder.call(asked(t), exchange.listGoods, { shopId }))],
    [6, look((t) => t.recorder.call(asked(t), exchange.listOrders, {}))],
    [8, look((t) => t.recorder.call(asked(t), points.listRecords, { view: 'own' }))],
    [4, look((t) => t.recorder.call(asked(t), lists.listMatters, { villageId }))],
    [2, look((t) => t.recorder.call(asked(t), points.verifyAccount, { householdId }))],
    [12, look((t) => declareOne(t, user))],
    [14, (t) => orderOne(t, user)],
    [3, (t) => cancelOne(t, user)],
  ];
}

export function residentStep(user: User): Step {
  const steps = residentSteps(user);
  const total = steps.reduce((sum, [weight]) => sum + weight, 0);
  return async (traffic) => {
    let at = traffic.random.integer(total);
    for (const [weight, step] of steps) {
      at -= weight;
      if (at < 0) return step(traffic);
    }
  };
}

export type Person = { user: User; step: Step };

export function residentsOf(villages: readonly Village[]): Person[] {
  return villages.flatMap(({ residents }) =>
    residents.map((user) => ({ user, step: residentStep(user) })),
  );
}

/** Each person acts, thinks, acts again until the end; thinking times are exponential. */
export async function keepGoing(
  people: readonly Person[],
  traffic: Omit<Traffic, 'random'>,
  options: { seed: number; thinkMs: number; isOver: () => boolean },
): Promise<void> {
  const { seed, thinkMs, isOver } = options;
  const live = async ({ step }: Person, index: number) => {
    const random = randomFrom(seed + index);
    const own = { ...traffic, random };
    while (!isOver()) {
      const pauseMs = Math.min(thinkMs * 6, -Math.log(1 - random.next()) * thinkMs);
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      if (!isOver()) await step(own);
    }
  };
  await Promise.all(people.map(live));
}
