import * as fc from 'fast-check';
import { giveOut, moveStock, offerGoods, setAside } from '../../../src/domain/exchange/stock';
import type { Stock } from '../../../src/domain/exchange/types';
import { backedPointsLeft, backingOf, goodsThatBackFen } from '../../../src/domain/ledger/backing';
import { backingInWords } from '../../../src/domain/ledger/backing-words';
import { bookFunds, emptyFund } from '../../../src/domain/town/funds';
import { placed, stockWith } from '../exchange/fixture';

const line = (valueFen: number, handedOutFen = 0, lostFen = 0) => ({
  ...{ valueFen, handedOutFen, lostFen },
});
const shelf = (villageIds: string[], ...stock: ReturnType<typeof line>[]) => ({
  ...{ villageIds, stock },
});
const fundOf = (balanceFen: number, spentOnGoodsFen: number, villageId = 'v01') => ({
  ...{ villageId, balanceFen, spentOnGoodsFen },
});
const left = (spentFen: number, ...stock: ReturnType<typeof line>[]) =>
  backedPointsLeft(backingOf(fundOf(0, spentFen), [shelf(['v01'], ...stock)]), 0);

test('money and goods at cost back points, a shared shop in equal parts, no shop of others', () => {
  const shelves = [
    shelf(['v01'], line(1_500)),
    shelf(['v01', 'v02'], line(5_005)),
    shelf(['v02'], line(900_000)),
  ];
  const backing = backingOf(fundOf(10_050, 5_000), shelves);
  expect(backing).toEqual({ fundsFen: 10_050, stockFen: 4_002.5, paidFen: 5_000 });
  expect(backedPointsLeft(backing, 0)).toBe(140);
});

test.each([
  ['no money was booked for', 0, [line(1_000_000)], 0],
  ['money was booked for in part', 60_000, [line(1_000_000)], 600],
  ['is all paid', 1_000_000, [line(1_000_000)], 10_000],
  ['came in after all that was paid went out', 5_000, [line(5_000, 5_000)], 0],
  ['came in after half of what was paid went out', 5_000, [line(5_000, 2_500)], 25],
  ['was paid for once lost goods are taken off', 5_000, [line(5_000, 0, 2_000)], 30],
  [
    'was counted up of one kind, lost of another',
    5_000,
    [line(5_000, 0, -900), line(0, 0, 900)],
    41,
  ],
  ['is gone beyond all that was paid', 1_000, [line(900, 9_000)], 0],
])('goods back points up to what was paid: what %s', (_, spentFen, stock, points) => {
  expect(left(spentFen, ...stock)).toBe(points);
});

test('a shop whose villages are not known counts for nobody', () => {
  expect(backingOf(fundOf(0, 900), [shelf([], line(900))])).toMatchObject({ stockFen: 0 });
});

const keeper = { byPersonId: 'keeper', atMs: 1 };
const steps = fc.array(
  fc.record({
    kind: fc.constantFrom('bought-in', 'damaged', 'lost', 'counted', 'price', 'order'),
    size: fc.integer({ min: 1, max: 8 }),
    up: fc.boolean(),
  }),
  { minLength: 10, maxLength: 40 },
);

/** One step of whoever keeps the shelf; what cannot be leaves it as it was. */
function stepOn(stock: Stock, { kind, size, up }: { kind: string; size: number; up: boolean }) {
  if (kind === 'price')
    return offerGoods(stock, { ...stock, points: size * 5, costFen: size * 500 });
  if (kind === 'order') {
    const count = Math.min(size, stock.onHand);
    const { order } = placed();
    const wanted = { ...order, lines: [{ ...stock, count }] };
    const aside = setAside(stock, count, order.orderId, keeper).stock;
    return giveOut(wanted, [aside], keeper)[0]?.stock ?? stock;
  }
  const falls = kind === 'damaged' || kind === 'lost' || (kind === 'counted' && !up);
  const change = falls ? -Math.min(size, stock.onHand) : size;
  if (change === 0) return stock;
  return moveStock(stock, { change, reason: kind as 'counted' }, keeper).stock;
}

test('whatever a keeper does alone, goods back no more than was paid and is there', () => {
  let outgrown = 0;
  fc.assert(
    fc.property(steps, fc.integer({ min: 0, max: 6_000 }), (all, spentFen) => {
      let stock = stockWith({ onHand: 0, valueFen: 0, sequence: 0 });
      for (const step of all) {
        stock = stepOn(stock, step);
        const { valueFen, handedOutFen, lostFen } = stock;
        expect(Math.min(valueFen, handedOutFen)).toBeGreaterThanOrEqual(0);
        expect(valueFen > 0).toBe(stock.onHand > 0);
        const backing = backingOf(fundOf(0, spentFen), [{ villageIds: ['v01'], stock: [stock] }]);
        const backs = goodsThatBackFen(backing);
        expect(backs).toBeLessThanOrEqual(Math.max(0, spentFen - handedOutFen));
        expect(backs).toBeLessThanOrEqual(valueFen);
        if (valueFen + handedOutFen + lostFen > spentFen) outgrown += 1;
      }
    }),
  );
  // The histories must bring in more than was paid, else they would prove little.
  expect(outgrown).toBeGreaterThan(100);
});

test('dear goods sold as cheap ones take with them what they cost', () => {
  const rice = stockWith({ onHand: 1, points: 35, costFen: 3_500, valueFen: 3_500 });
  const cheap = offerGoods(rice, { ...rice, points: 5, costFen: 500 });
  const { order } = placed();
  const given = setAside(cheap, 1, order.orderId, keeper).stock;
  const [gone] = giveOut({ ...order, lines: [{ ...cheap, count: 1 }] }, [given], keeper);
  expect(gone?.stock).toMatchObject({ valueFen: 0, handedOutFen: 3_500 });
  const counted = moveStock(gone?.stock ?? rice, { change: 7, reason: 'counted' }, keeper).stock;
  expect(left(3_500, counted)).toBe(0);
});

test('spending moves what backs points from money to goods, and back again', () => {
  const book = (fund: ReturnType<typeof emptyFund>, amountFen: number, goods = true) =>
    bookFunds(
      fund,
      { amountFen, source: goods ? 'spent-on-goods' : 'donation', note: null, byPersonId: 'p' },
      1,
    ).fund;
  const bought = [shelf(['v01'], line(60_000))];
  const paid = book(book(emptyFund('v01'), 100_000, false), -60_000);
  expect(paid).toMatchObject({ balanceFen: 40_000, spentOnGoodsFen: 60_000 });
  expect(backedPointsLeft(backingOf(paid, bought), 0)).toBe(1_000);
  const corrected = book(paid, 60_000);
  expect(corrected).toMatchObject({ balanceFen: 100_000, spentOnGoodsFen: 0 });
  expect(backedPointsLeft(backingOf(corrected, bought), 0)).toBe(1_000);
  expect(goodsThatBackFen(backingOf(corrected, bought))).toBe(0);
});

test.each([
  [{ fundsFen: 10_000, stockFen: 500, paidFen: 500 }, '账上 100.00 元、货 5.00 元能顶积分。'],
  [{ fundsFen: 10_000, stockFen: 0, paidFen: -5 }, '账上 100.00 元、货 0.00 元能顶积分。'],
  [
    { fundsFen: 0, stockFen: 1_000_000, paidFen: 500 },
    '账上 0.00 元、货 5.00 元能顶积分。货架上还有 9995.00 元的货没有登记买货花的钱,不能顶积分。' +
      '请镇管理员对着单据登记;管货的人不能自己登记。',
  ],
  [
    { fundsFen: 0, stockFen: 500, paidFen: 2_000 },
    '账上 0.00 元、货 5.00 元能顶积分。登记买货花的钱里还有 15.00 元没有见到货。' +
      '请店里的管理员点货、记进货;登记错了,由镇管理员改回来。',
  ],
])('what backs points is said, and who comes next: %j', (backing, words) => {
  expect(backingInWords(backing)).toBe(words);
});
