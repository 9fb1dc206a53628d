import type { BenchSection } from '../section';
import { faultRows, measureFaults } from './fault-rows';
import { measureGrowth, runsInARow } from './growth';
import { aimRows, growthRows, mediciNotes } from './rows';

const smallest = 1000;
/** One of them warms up. */
const rounds = 61;

/** 1 000, 10 000 … up to the largest. */
function sizesUpTo(largest: number): number[] {
  const sizes: number[] = [];
  for (let size = smallest; size <= largest; size *= 10) sizes.push(size);
  return sizes.length > 0 ? sizes : [largest];
}

function notesOn(sizes: readonly number[]): string[] {
  return [
    `Books of ${sizes.join(', ')} entries, smallest first; documents read are those the ` +
      'database looked at. A medici entry is two rows; its journals of the past are left out.',
    `Times are processor time: medians (quartiles) of ${rounds - 1} samples of ${runsInARow} ` +
      'runs in a row each; of what reads a whole history 2 samples of one run. What was added is ' +
      'taken out again between them.',
    'The clock of transactions stands still here; on the platform one ends after 30 000 ms.',
    'Where time grows with the book although requests and documents do not, the bare insert ' +
      'of one row beside it tells how much of that is the engine: bigger indexes, fuller memory.',
  ];
}

const notesOnFaults = [
  "Default faults are the simulation's: requests lost and doubled, answers lost, conflicts, a " +
    'function killed between two calls of its database, old requests sent again at the end. ' +
    'Clocks of phones mean nothing here: no way of keeping points takes a time from the client. ' +
    'Conflicts mean nothing to a keeper without transactions (medici plain, naive sum).',
  'medici has no command ids, so a request that is sent again is done again, also in its ' +
    'safe mode; “looked up” adds by hand a search for the intent in the same transaction, ' +
    'yet forgets refusals: a late duplicate may succeed where the first was refused.',
];

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
      notes: [...notesOn(sizes), ...mediciNotes(growth), ...notesOnFaults],
    };
  },
};
