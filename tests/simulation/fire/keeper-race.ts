import { exchange } from '../../../src/contracts';
import type { Envelope } from '../../../src/contracts/contract';
import { scanLifeMs } from '../../../src/domain/exchange/pickup-code';
import { expiryOfOrder } from '../../../src/domain/exchange/place-order';
import type { Order } from '../../../src/domain/exchange/types';
import { type Random, randomFrom } from '../../support/random';
import {
  type ExchangeBase,
  type ExchangeCopy,
  goodsId,
  makeBase,
  openCopy,
  price,
  residentOf,
  shopId,
} from './exchange-copies';
import { holds } from './wire';

export type KeeperRaceResult = {
  seeds: number;
  /** How the orders ended. */
  outcomes: Record<string, number>;
  /** Endings asked for by somebody. */
  attempts: number;
};

const keepers = ['keeper-1', 'keeper-1b'] as const;
const resident = residentOf(1);
type Ending = Order['state'];

function valueIn<T>(answer: Envelope<unknown>): T {
  if (!answer.ok) throw new Error(`before the race: ${answer.error.code}`);
  return answer.value as T;
}

/** Runs one thing to its end with nothing beside it. */
async function alone<T>(copy: ExchangeCopy, work: () => Promise<T>): Promise<T> {
  const results: T[] = [];
  await copy.interleaving.run([async () => void results.push(await work())], 1);
  return results[0] as T;
}

type Race = { copy: ExchangeCopy; random: Random; orderId: string; ended: Ending[]; sent: number };

/** Sends one command, at times twice; notes an ending that was acknowledged, once per command. */
async function end(
  race: Race,
  send: (commandId: string) => Promise<Envelope<unknown>>,
  as: Ending,
) {
  const commandId = race.copy.newId();
  race.sent += 1;
  const copies = race.random.chance(0.3) ? 2 : 1;
  const answers = await Promise.all(Array.from({ length: copies }, () => send(commandId)));
  const same = new Set(answers.map(({ ok }) => ok)).size === 1;
  holds(same, 'two copies of one command got two answers');
  for (const answer of answers) {
    const clear = answer.ok || /[\u4e00-\u9fff]{4}/.test(answer.error.message);
    holds(clear, 'a refusal without a sentence');
  }
  if (answers.every(({ ok }) => ok)) race.ended.push(as);
}

function handOver(race: Race, keeper: string, code: string) {
  const { copy, orderId } = race;
  return async () => {
    await copy.as(keeper)(exchange.openPickup, { code });
    const send = (id: string) => copy.as(keeper)(exchange.handOver, { orderId }, id);
    await end(race, send, 'handed-over');
  };
}

/** Both keepers always; the shop's refusal, the resident, the timer and midnight as they come. */
function worksOf(race: Race, codes: readonly string[]): (() => Promise<void>)[] {
  const { copy, random, orderId } = race;
  const cancel = (id: string) => copy.as(resident)(exchange.cancelOrder, { orderId }, id);
  const anyKeeper = random.pick(keepers);
  const refund = { orderId, reason: '到货晚了' };
  const cancelForShop = (id: string) => copy.as(anyKeeper)(exchange.cancelForShop, refund, id);
  const expire = async () => {
    race.sent += 1;
    const answer = await copy.expire();
    if (answer.ok && (answer.value as { done: number }).done > 0) race.ended.push('expired');
  };
  const midnight = async () => {
    copy.clock.nowMs = expiryOfOrder(copy.clock.nowMs);
  };
  const works = keepers.map((keeper) => handOver(race, keeper, random.pick(codes)));
  if (random.chance(0.4)) works.push(() => end(race, cancelForShop, 'shop-cancelled'));
  if (random.chance(0.4)) works.push(() => end(race, cancel, 'cancelled'));
  if (random.chance(0.4)) works.push(midnight);
  if (random.chance(0.6)) works.push(expire, expire);
  return random.shuffle(works);
}

/** Whoever scanned may have been too late to hand over: then somebody begins again, later. */
async function finish(race: Race): Promise<void> {
  const { copy, orderId } = race;
  const [order] = copy.all<Order>('orders');
  if (order?.state !== 'placed') return;
  copy.clock.nowMs += scanLifeMs;
  const issue = () => copy.as(resident)(exchange.issuePickupCode, { orderId });
  const issued = await alone(copy, issue);
  if (issued.ok) {
    await alone(copy, handOver(race, keepers[0], valueIn<{ code: string }>(issued).code));
    return;
  }
  const answer = await alone(copy, copy.expire);
  if (answer.ok && (answer.value as { done: number }).done > 0) race.ended.push('expired');
}

async function playSeed(base: ExchangeBase, seed: number): Promise<Race & { state: Ending }> {
  const random = randomFrom(seed);
  const copy = await openCopy(base, random);
  const order = { shopId, lines: [{ goodsId, count: 1 }], points: price };
  const place = () => copy.as(resident)(exchange.placeOrder, order);
  const { orderId } = valueIn<{ orderId: string }>(await alone(copy, place));
  const codes: string[] = [];
  for (let each = 0; each < 2; each += 1) {
    const issued = await alone(copy, () =>
      copy.as(resident)(exchange.issuePickupCode, { orderId }),
    );
    codes.push(valueIn<{ code: string }>(issued).code);
  }
  const race: Race = { copy, random, orderId, ended: [], sent: 0 };
  const works = worksOf(race, codes);
  await copy.interleaving.run(works, works.length);
  await finish(race);
  const [ended] = copy.all<Order>('orders');
  const state = ended?.state ?? 'placed';
  holds(race.ended.length === 1, `acknowledged endings: ${race.ended.join(', ') || 'none'}`);
  holds(race.ended[0] === state, `${race.ended[0]} was acknowledged, the order is ${state}`);
  copy.checkBooks();
  await copy.close();
  return { ...race, state };
}

/**
 * Two keepers, the resident, the shop's own refusal and the timer race for one order.
 * @throws Error with the seed and what does not hold
 */
export async function keeperRace(options: {
  seeds: number;
  seed: number;
}): Promise<KeeperRaceResult> {
  const base = await makeBase(1, 1);
  const result: KeeperRaceResult = { seeds: 0, outcomes: {}, attempts: 0 };
  for (let index = 0; index < options.seeds; index += 1) {
    const seed = options.seed + index;
    try {
      const { state, sent } = await playSeed(base, seed);
      result.outcomes[state] = (result.outcomes[state] ?? 0) + 1;
      result.attempts += sent;
      result.seeds += 1;
    } catch (error) {
      const again = `npm run under-fire -- --only keepers --seeds 1 --seed ${seed}`;
      throw new Error(`${(error as Error).message}; again: ${again}`);
    }
  }
  return result;
}
