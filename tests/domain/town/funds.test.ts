import fc from 'fast-check';
import { bookFunds, emptyFund } from '../../../src/domain/town/funds';
import type { FundSource } from '../../../src/domain/town/types';

const sources: FundSource[] = ['bridging-funds', 'collective-income', 'donation', 'spent-on-goods'];
const bookings = fc.array(
  fc.record({
    amountFen: fc.integer({ min: -100_000, max: 100_000 }),
    source: fc.constantFrom(...sources),
    note: fc.constant(null),
    byPersonId: fc.constant('p'),
  }),
);

test('the balance is the sum of the movements, numbered without gaps, never below zero', () => {
  fc.assert(
    fc.property(bookings, (all) => {
      let fund = emptyFund('v01');
      let sum = 0;
      let spent = 0;
      let count = 0;
      for (const booking of all) {
        try {
          const booked = bookFunds(fund, booking, 1);
          fund = booked.fund;
          sum += booked.movement.amountFen;
          count += 1;
          if (booking.source === 'spent-on-goods') spent -= booking.amountFen;
          expect(booked.movement).toMatchObject({ sequence: count, balanceFen: sum });
        } catch (error) {
          expect(error).toMatchObject({
            code: expect.stringMatching(/^(amount-is-zero|source-does-not-fit|funds-below-zero)$/),
          });
        }
      }
      expect(fund).toMatchObject({ balanceFen: sum, spentOnGoodsFen: spent, sequence: count });
      expect(Math.min(sum, spent)).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('no more comes back of the money for goods than was booked as spent', () => {
  const back = { amountFen: 301, source: 'spent-on-goods' as const, note: null, byPersonId: 'p' };
  const fund = { ...emptyFund('v01'), spentOnGoodsFen: 300 };
  expect(() => bookFunds(fund, back, 1)).toThrow(
    expect.objectContaining({
      code: 'source-does-not-fit',
      message:
        '买货花的钱一共登记了 3.00 元,退不回 3.01 元。' +
        '买货花的钱要填减少的数;到账的钱请选它的来源。',
    }),
  );
  const { fund: corrected } = bookFunds(fund, { ...back, amountFen: 300 }, 1);
  expect(corrected).toMatchObject({ balanceFen: 300, spentOnGoodsFen: 0 });
});
