import { useState } from 'react';
import { type HeldRole, placesOf, useSession } from '../../client/session';
import { keep, readKept } from '../../client/storage';

const storageKey = 'keeper-shop';

export type KeeperShop = {
  /** Shops this person keeps. */
  shops: HeldRole[];
  /** Null where there is none, or it has to be chosen. */
  shopId: string | null;
  choose: (shopId: string) => void;
};

/** Which shop one stands in: the only one, else the one chosen last. */
export function useKeeperShop(): KeeperShop {
  const roles = useSession((session) => session.roles);
  const shops = placesOf(roles, 'keeper');
  const [chosen, setChosen] = useState(() => readKept<string>(storageKey));
  const held = shops.find(({ place }) => place === chosen);
  const only = shops.length === 1 ? shops[0] : undefined;
  const choose = (shopId: string) => {
    keep(storageKey, shopId);
    setChosen(shopId);
  };
  return { shops, shopId: (held ?? only)?.place ?? null, choose };
}
