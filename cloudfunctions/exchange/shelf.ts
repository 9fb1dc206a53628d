import type { Stock } from '../../src/domain/exchange/types';
import type { Reader } from '../runtime/store/store';

/** More kinds of goods than a village shop carries. */
const mostKinds = 500;

/** Everything a shop offers, cheapest first. */
export async function readShelf(read: Reader, shopId: string): Promise<Stock[]> {
  const shelf = await read.query<Stock>('stock', {
    where: { shopId },
    order: { field: 'goodsId', direction: 'asc' },
    limit: mostKinds,
  });
  return shelf.sort((left, right) => left.points - right.points);
}
