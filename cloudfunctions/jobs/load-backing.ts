import type { Stock } from '../../src/domain/exchange/types';
import { type Backing, backedPointsLeft, outstandingPoints } from '../../src/domain/points/backing';
import type { Account } from '../../src/domain/points/ledger';
import type { Fund, Shop } from '../../src/domain/town/types';
import { readAll } from '../runtime/store/read-all';
import type { Store } from '../runtime/store/store';

async function loadBacking(store: Store, villageId: string): Promise<Backing> {
  const funds = await store.get<Fund>('funds', villageId);
  const shops = await readAll<Shop>(store, 'shops', { townId: 'town' }, 'shopId');
  const ours = shops.filter((shop) => shop.villageIds.includes(villageId));
  const stocked = await Promise.all(
    ours.map(async ({ shopId, villageIds }) => ({
      villageCount: villageIds.length,
      stock: await readAll<Stock>(store, 'stock', { shopId }, 'goodsId'),
    })),
  );
  return { fundsFen: funds?.balanceFen ?? 0, shops: stocked };
}

/** Spendable points a village can still post, as funds and stock stand when a run begins. */
export async function loadBackedPointsLeft(store: Store, villageId: string): Promise<number> {
  const accounts = await readAll<Account>(store, 'accounts', { villageId }, 'householdId');
  return backedPointsLeft(await loadBacking(store, villageId), outstandingPoints(accounts));
}
