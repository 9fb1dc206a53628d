import { useState } from 'react';
import { type HeldRole, placesOf, useSession } from '../../client/session';
import { keep, readKept } from '../../client/storage';

const storageKey = 'keeper-shop';

export type KeeperShop = {
  /** Shops this person keeps. */
  shops: HeldRole[];
  /** Null where there is none, or it has to be chosen. */
  shopId: string | null;
  /** False for who only reads there. */
  mayServe: boolean;
  choose: (shopId: string) => void;
};

/** Which shop one stands in: the only one, else the one chosen last. */
export function useKeeperShop(): KeeperShop {
  const roles = useSession((session) => session.roles);
  const kept = placesOf(roles, 'keeper');
  const isKept = ({ place }: HeldRole) => kept.some((each) => each.place === place);
  // A merchant sees the shop as its keeper does, and hands nothing over.
  const shops = [...kept, ...placesOf(roles, 'merchant').filter((held) => !isKept(held))];
  const [chosen, setChosen] = useState(() => readKept<string>(storageKey));
  const held = shops.find(({ place }) => place === chosen);
  const only = shops.length === 1 ? shops[0] : undefined;
  const choose = (shopId: string) => {
    keep(storageKey, shopId);
    setChosen(shopId);
  };
  const shop = held ?? only;
  return { shops, shopId: shop?.place ?? null, mayServe: shop?.role === 'keeper', choose };
}
