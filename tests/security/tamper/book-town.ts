import type { Document } from '../../../local-cloud/engine';
import { exchange } from '../../../src/contracts';
import { openProofTown, type ProofTown } from '../../proof/town';

/** Households whose books are tampered with: awards, holds, releases, a shop's cancellation. */
export const households = [8, 9, 10].map((number) => `v01-${number}`);
export const villageId = 'v01';
const days = 6;

/** One day of trade: orders placed, taken back and handed over, then the day is sealed. */
async function tradeAndSeal(town: ProofTown, day: number): Promise<void> {
  for (const number of [8, 9, 10]) {
    if ((day + number) % 2 === 0) {
      const orderId = await town.order(number);
      await town.scan(orderId);
      if (day % 3 === 0) await town.keeper.must(exchange.handOver, { orderId });
    }
  }
  town.clock.advanceDays(3);
  await town.timer('jobs', 'expire-orders');
  await town.timer('jobs', 'seal-day');
}

/** A town with several seals over books that grew in between; the last entries are not sealed. */
export async function openBookTown(): Promise<ProofTown> {
  const town = await openProofTown();
  for (let day = 0; day < days; day += 1) await tradeAndSeal(town, day);
  for (const number of [8, 9, 10]) await town.order(number);
  return town;
}

/** Where the documents of a household or a village stand, as an action would read them. */
export type Shelf = 'entries' | 'seals';

export function readShelf(town: ProofTown, shelf: Shelf, ownerId: string): Document[] {
  const isEntries = shelf === 'entries';
  const query = isEntries ? { householdId: ownerId } : { villageId: ownerId };
  const field = isEntries ? 'sequence' : 'day';
  return town.engine.find(shelf, { query, order: [{ field, direction: 'asc' }] });
}

export type Write = { collection: string; id: string; document: Document | null };

/** Writes documents as a forger with the database in hand would; null takes one away. */
export async function forge(town: ProofTown, writes: readonly Write[]): Promise<void> {
  for (const { collection, id, document } of writes) {
    if (!document) await town.engine.remove(collection, { _id: id });
    else {
      const { _id, ...fields } = document;
      await town.engine.set(collection, id, fields);
    }
  }
}

/** What undoes some writes. */
export function undoOf(town: ProofTown, writes: readonly Write[]): Write[] {
  return writes.map(({ collection, id }) => {
    return { collection, id, document: town.engine.get(collection, id) };
  });
}
