import type { Document } from '../../../local-cloud/engine';
import { exchange } from '../../../src/contracts';
import { openProofTown, type ProofTown } from '../../proof/town';
import { householdId } from '../../support/household-ids';

/** Households whose books are tampered with: awards, holds, releases, a shop's cancellation. */
const numbers = [8, 9, 10];
export const householdsOf = (town: Pick<ProofTown, 'engine'>) =>
  numbers.map((number) => householdId(town, `v01-${number}`));
export const villageId = 'v01';
const days = 6;

/** One day of trade: orders placed, taken back and handed over, then the day is sealed. */
async function tradeAndSeal(town: ProofTown, day: number): Promise<void> {
  for (const number of numbers) {
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

/** A village's books, seals and totals, by collection. */
type Copy = ReadonlyMap<string, Document[]>;

/** `copies`: what somebody may have kept of the village when it was sealed, each but the last. */
export type BookTown = ProofTown & { copies: Copy[] };

const copied = ['accounts', 'entries', 'seals', 'rollups'];

/** A town with several seals over books that grew in between; the last entries are not sealed. */
export async function openBookTown(): Promise<BookTown> {
  const town = await openProofTown();
  const copies: Copy[] = [];
  for (let day = 0; day < days; day += 1) {
    await tradeAndSeal(town, day);
    const parts = copied.map(
      (name) => [name, town.engine.find(name, { query: { villageId } })] as const,
    );
    copies.push(structuredClone(new Map(parts)));
  }
  for (const number of numbers) await town.order(number);
  return { ...town, copies: copies.slice(0, -1) };
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
