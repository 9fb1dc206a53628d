import type { Edition } from '../../src/domain/documents/types';
import type { Person } from '../../src/domain/people/types';
import type { VillageFacts } from '../../src/domain/town/missing';
import type { Fund } from '../../src/domain/town/types';
import type { WholeShelf } from '../jobs/load-backing';
import { readAll } from '../runtime/store/read-all';
import type { Reader } from '../runtime/store/store';

/** What is read once for all villages that are looked at. */
export type SetUp = {
  officers: readonly Person[];
  codes: readonly Edition[];
  shelves: readonly WholeShelf[];
};

const offices = ['cadre', 'supervisor', 'panel', 'keeper'];

/** Everybody in office, and all codes of doors that were ever printed: two requests. */
export async function readSetUp(read: Reader): Promise<Omit<SetUp, 'shelves'>> {
  const [officers, codes] = await Promise.all([
    readAll<Person>(read, 'persons', { 'roles.role': offices }, 'personId'),
    readAll<Edition>(read, 'editions', { document: ['village-code', 'shop-code'] }, 'villageId'),
  ]);
  return { officers, codes };
}

export async function cardsArePrinted(read: Reader, villageId: string): Promise<boolean> {
  const where = { document: 'household-card', villageId };
  return (await read.query<Edition>('editions', { where, limit: 1 })).length > 0;
}

type OfVillage = { villageId: string; fund: Fund; households: number; joined: number };

/** What a village has of all that it needs. */
export function factsOf(
  { villageId, fund, households, joined }: OfVillage,
  { officers, codes, shelves }: SetUp,
  cardsPrinted: boolean,
): VillageFacts {
  const inOffice = (role: string, place: string) =>
    officers.filter(({ roles }) => roles.some((held) => held.role === role && held.place === place))
      .length;
  const ours = shelves.filter(({ shop }) => shop.villageIds.includes(villageId));
  const stock = ours.flatMap((shelf) => shelf.stock);
  const isPrinted = (shopId: string) => codes.some((code) => code.shopId === shopId);
  return {
    ...{ households, joined, cardsPrinted },
    cadres: inOffice('cadre', villageId),
    supervisors: inOffice('supervisor', villageId),
    panel: inOffice('panel', villageId),
    shops: ours.length,
    shopsWithoutKeeper: ours.filter(({ shop }) => inOffice('keeper', shop.shopId) === 0).length,
    moneyFen: fund.balanceFen + fund.spentOnGoodsFen,
    goodsOffered: stock.length,
    goodsThere: stock.filter(({ kind, onHand }) => kind === 'service' || onHand > 0).length,
    villageCodePrinted: codes.some(
      (code) => code.document === 'village-code' && code.villageId === villageId,
    ),
    shopsWithoutCode: ours.filter(({ shop }) => !isPrinted(shop.shopId)).length,
  };
}
