import { incomingOf, type Outlook } from '../../src/domain/exchange/outlook';
import type { Stock } from '../../src/domain/exchange/types';
import type { DeedRecord } from '../../src/domain/records/types';
import { readAll } from '../runtime/store/read-all';
import type { Reader } from '../runtime/store/store';

/** Everything a shop offers, cheapest first. */
export async function readShelf(read: Reader, shopId: string): Promise<Stock[]> {
  const shelf = await readAll<Stock>(read, 'stock', { shopId }, 'goodsId');
  return shelf.sort((left, right) => left.points - right.points);
}

/** What else a household could have, and what it has on notice; for a refusal's sentence only. */
export async function readOutlook(
  read: Reader,
  shopId: string,
  householdId: string,
): Promise<Outlook> {
  const records = await read.query<DeedRecord>('records', {
    where: { householdId, open: true },
    order: { field: 'recordId', direction: 'asc' },
    limit: 100,
  });
  return { shelf: await readShelf(read, shopId), incoming: incomingOf(records) };
}
