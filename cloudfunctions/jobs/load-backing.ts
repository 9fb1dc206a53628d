import type { Stock } from '../../src/domain/exchange/types';
import {
  backedPointsLeft,
  backingOf,
  outstandingPoints,
  type Shelf,
} from '../../src/domain/ledger/backing';
import type { Account } from '../../src/domain/ledger/ledger';
import { emptyFund } from '../../src/domain/town/funds';
import type { Fund, Shop } from '../../src/domain/town/types';
import { readAll } from '../runtime/store/read-all';
import type { Reader, Store } from '../runtime/store/store';

export type WholeShelf = Shelf & { shop: Shop; stock: readonly Stock[] };

/** The shelves of shops, for what backs their villages' points. */
export function readShelves(read: Reader, shops: readonly Shop[]): Promise<WholeShelf[]> {
  const shelves = shops.map(async (shop) => {
    const { shopId, villageIds } = shop;
    return { shop, villageIds, stock: await readAll<Stock>(read, 'stock', { shopId }, 'goodsId') };
  });
  return Promise.all(shelves);
}

/** Spendable points a village can still post, as funds and stock stand when a run begins. */
export async function loadBackedPointsLeft(store: Store, villageId: string): Promise<number> {
  const accounts = await readAll<Account>(store, 'accounts', { villageId }, 'householdId');
  const fund = (await store.get<Fund>('funds', villageId)) ?? emptyFund(villageId);
  const shops = await readAll<Shop>(store, 'shops', { townId: 'town' }, 'shopId');
  const ours = shops.filter(({ villageIds }) => villageIds.includes(villageId));
  const backing = backingOf(fund, await readShelves(store, ours));
  return backedPointsLeft(backing, outstandingPoints(accounts));
}
