import { useState } from 'react';
import { chooseShop, useChosenShop } from '../../client/chosen-shop';
import { type CallState, useCall } from '../../client/use-call';
import type { ValueOf } from '../../contracts/contract';
import { listShops } from '../../contracts/exchange';

type Shops = ValueOf<typeof listShops>;

export type ShopChoice = {
  shops: CallState<Shops>;
  /** Null while it is not known, or has to be chosen. */
  shopId: string | null;
  choose: (shopId: string) => void;
  /** Back to the list; null where there is nothing to choose from. */
  chooseAgain: (() => void) | null;
};

/**
 * Which shop is shown: the one scanned or chosen last, else the village's only one. A choice holds
 * for the village it was made in, and in any village the shop serves.
 */
export function useShopChoice(villageId: string | null): ShopChoice {
  const shops = useCall(listShops, villageId === null ? null : { villageId });
  const chosen = useChosenShop();
  // Which choice is being changed: another one, made here or scanned, ends it.
  const [changing, setChanging] = useState<object | null>(null);
  const listed = shops.value?.shops ?? [];
  const fits =
    chosen.shopId !== null &&
    (chosen.villageId === null ||
      chosen.villageId === villageId ||
      listed.some((shop) => shop.shopId === chosen.shopId));
  const only = listed.length === 1 ? (listed[0]?.shopId ?? null) : null;
  const shopId = changing === chosen ? null : fits ? chosen.shopId : only;
  const elsewhere = listed.some((shop) => shop.shopId !== shopId);
  const chooseAgain = elsewhere ? () => setChanging(chosen) : null;
  return { shops, shopId, choose: chooseShop, chooseAgain };
}
