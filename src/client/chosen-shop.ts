import { create } from 'zustand';
import { useSession } from './session';
import { keep, readKept } from './storage';

const storageKey = 'shop';

/** `villageId`: the village it was chosen in; null when none was known yet. */
type ChosenShop = { shopId: string | null; villageId: string | null };

const villageNow = () => useSession.getState().village?.villageId ?? null;

/** The shop that was scanned or chosen last. */
export const useChosenShop = create<ChosenShop>(() => ({
  shopId: readKept<string>(storageKey),
  villageId: villageNow(),
}));

export function chooseShop(shopId: string): void {
  keep(storageKey, shopId);
  useChosenShop.setState({ shopId, villageId: villageNow() });
}
