import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { keep, readKept } from '../../client/storage';
import { type CallState, useCall } from '../../client/use-call';
import type { ValueOf } from '../../contracts/contract';
import { listShops } from '../../contracts/exchange';

type Shops = ValueOf<typeof listShops>;
/** `villageId` null when a shop's code was scanned before any village was known. */
type Chosen = { shopId: string; villageId: string | null };

/** Also written when the code on a shop's door is scanned. */
const storageKey = 'shop';

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
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [listOpen, openList] = useState(false);

  const choose = (shopId: string) => {
    keep(storageKey, shopId);
    setChosen({ shopId, villageId });
    openList(false);
  };
  useDidShow(() => {
    const stored = readKept<string>(storageKey);
    if (stored && stored !== chosen?.shopId) choose(stored);
  });

  const listed = shops.value?.shops ?? [];
  const fits =
    chosen !== null &&
    (chosen.villageId === null ||
      chosen.villageId === villageId ||
      listed.some((shop) => shop.shopId === chosen.shopId));
  const only = listed.length === 1 ? (listed[0]?.shopId ?? null) : null;
  const shopId = listOpen ? null : fits ? chosen.shopId : only;
  const elsewhere = listed.some((shop) => shop.shopId !== shopId);
  return { shops, shopId, choose, chooseAgain: elsewhere ? () => openList(true) : null };
}
