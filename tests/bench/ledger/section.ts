import type { BenchSection } from '../section';
import { faultRows, measureFaults } from './fault-rows';
import { measureGrowth } from './growth';
import { aimRows, growthRows } from './rows';

const smallest = 1000;
/** One of them warms up. */
const rounds = 61;

/** 1 000, 10 000 … up to the largest. */
export function sizesUpTo(largest: number): number[] {
  const sizes: number[] = [];
  for (let size = smallest; size <= largest; size *= 10) sizes.push(size);
  return sizes.length > 0 ? sizes : [largest];
}

/**
 * The ledger against the real medici and against the sum of all records, on one engine at sizes
 * from 1 000 entries up, and under a bad network.
 */
export const ledgerSection: BenchSection = {
  name: 'ledger',
  async run({ largest, seed }) {
    const sizes = sizesUpTo(largest);
    const growth = await measureGrowth(sizes, seed, rounds);
    const faults = await measureFaults(seed);
    return {
      rows: [...growthRows(growth), ...aimRows(growth), ...faultRows(faults)],
      raw: { sizes, rounds, growth, faults },
      notes: [
        `Books of ${sizes.join(', ')} entries, smallest first; documents are those the database ` +
          'looked at or wrote. A medici entry is two rows; its journals of the past are left out.',
        'The clock of transactions stands still here; on the platform one ends after 30 000 ms.',
        'medici has no command ids, so a request that is sent again is done again, also in its ' +
          'safe mode; “looked up” adds by hand a search for the intent in the same transaction, ' +
          'yet forgets refusals: a late duplicate may succeed where the first was refused.',
        'Where time grows with the book although requests and documents do not, the bare insert ' +
          'of one row beside it tells how much of that is the engine: bigger indexes, fuller memory.',
      ],
    };
  },
};
