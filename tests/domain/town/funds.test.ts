import fc from 'fast-check';
import { bookFunds } from '../../../src/domain/town/funds';
import { emptyFund } from '../../../src/domain/town/open';
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
      let count = 0;
      for (const booking of all) {
        try {
          const booked = bookFunds(fund, booking, 1);
          fund = booked.fund;
          sum += booked.movement.amountFen;
          count += 1;
          expect(booked.movement).toMatchObject({ sequence: count, balanceFen: sum });
        } catch (error) {
          expect(error).toMatchObject({
            code: expect.stringMatching(/^(amount-is-zero|source-does-not-fit|funds-below-zero)$/),
          });
        }
      }
      expect(fund).toMatchObject({ balanceFen: sum, sequence: count });
      expect(sum).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('money spent on goods never adds', () => {
  const spent = { amountFen: 1, source: 'spent-on-goods' as const, note: null, byPersonId: 'p' };
  expect(() => bookFunds(emptyFund('v01'), spent, 1)).toThrow(
    expect.objectContaining({ code: 'source-does-not-fit' }),
  );
});
