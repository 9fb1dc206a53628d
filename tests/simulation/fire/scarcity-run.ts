import { exchange } from '../../../src/contracts';
import type { Order, Stock } from '../../../src/domain/exchange/types';
import type { Account } from '../../../src/domain/ledger/ledger';
import { randomFrom } from '../../support/random';
import {
  type ExchangeBase,
  goodsId,
  makeBase,
  openCopy,
  price,
  purse,
  residentOf,
  shopId,
} from './exchange-copies';
import { holds } from './wire';

export type ScarcityOptions = {
  seeds: number;
  seed: number;
  residents: number;
  pieces: number;
  say?: (line: string) => void;
};
export type ScarcityResult = {
  seeds: number;
  commands: number;
  ok: number;
  refused: Record<string, number>;
};

/** How many phones are in the middle of their order at one time. */
const crowds = [2, 8, 32, 128];

async function playSeed(base: ExchangeBase, seed: number, options: ScarcityOptions) {
  const { residents, pieces } = options;
  const random = randomFrom(seed);
  const copy = await openCopy(base, random);
  const codes = new Map<string, number>();
  const numbers = random.shuffle(Array.from({ length: residents }, (_, index) => index + 1));
  const works = numbers.map((number) => async () => {
    const order = { shopId, lines: [{ goodsId, count: 1 }], points: price };
    const answer = await copy.as(residentOf(number))(exchange.placeOrder, order);
    const code = answer.ok ? 'ok' : answer.error.code;
    codes.set(code, (codes.get(code) ?? 0) + 1);
    const clear = answer.ok || /[\u4e00-\u9fff]{4}/.test(answer.error.message);
    holds(clear, `${code} comes without a sentence`);
  });
  // Now and then all of them at the same moment.
  const atOnce = random.chance(0.02) ? residents : random.pick(crowds);
  await copy.interleaving.run(works, atOnce);
  const wanted = { ok: pieces, 'stock-gone': residents - pieces };
  const found = Object.fromEntries([...codes].sort(([left], [right]) => (left < right ? -1 : 1)));
  holds(JSON.stringify(found) === JSON.stringify(wanted), `answers: ${JSON.stringify(found)}`);
  const [shelf] = copy.all<Stock>('stock');
  holds(shelf?.onHand === pieces && shelf.held === pieces, 'the shelf is not all set aside');
  holds(copy.all<Order>('orders').length === pieces, 'not as many orders as pieces');
  const accounts = copy.all<Account>('accounts');
  const points = accounts.reduce((sum, { spendable, held }) => sum + spendable + held, 0);
  holds(points === residents * purse, `${residents * purse - points} points were lost`);
  const held = accounts.filter((account) => account.held === price).length;
  holds(held === pieces, `${held} households hold points, not ${pieces}`);
  copy.checkBooks();
  await copy.close();
  return codes;
}

/**
 * Many residents redeem a few pieces at the same time, once per seed, in another order each time.
 * @throws Error with the seed and what does not hold
 */
export async function scarcityRun(options: ScarcityOptions): Promise<ScarcityResult> {
  const { seeds, residents, pieces, say } = options;
  const base = await makeBase(residents, pieces);
  const result: ScarcityResult = { seeds: 0, commands: 0, ok: 0, refused: {} };
  for (let index = 0; index < seeds; index += 1) {
    const seed = options.seed + index;
    try {
      for (const [code, count] of await playSeed(base, seed, options)) {
        result.commands += count;
        if (code === 'ok') result.ok += count;
        else result.refused[code] = (result.refused[code] ?? 0) + count;
      }
    } catch (error) {
      const again = `npm run under-fire -- --only scarcity --seeds 1 --seed ${seed}`;
      throw new Error(`${(error as Error).message}; again: ${again}`);
    }
    result.seeds += 1;
    if (result.seeds % 100 === 0) say?.(`  ${result.seeds} seeds`);
  }
  return result;
}
