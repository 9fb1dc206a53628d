import { openPage } from '../../client/open-page';
import type { IconName } from '../../components/icon';
import type { MissingThing } from '../../contracts/town';
import type { Missing } from '../../domain/town/missing';
import { comesFirst } from '../../domain/town/missing-words';

const inTown = (page: string) => `/packages/town/${page}/index`;
const printing = (kind: string) => (villageId: string) =>
  `/packages/print/village/index?villageId=${villageId}&view=${kind}`;
const ofVillage = (page: string) => (villageId: string) => `${inTown(page)}?villageId=${villageId}`;

export const ways = {
  newVillage: () => inTown('new-village'),
  register: () => inTown('register'),
  newShop: (villageId?: string) =>
    villageId === undefined ? inTown('new-shop') : ofVillage('new-shop')(villageId),
  funds: ofVillage('funds'),
  goods: ofVillage('goods'),
  print: printing('household-cards'),
  offices: (villageId: string) => `/packages/offices/list/index?villageId=${villageId}`,
};

type Mend = { icon: IconName; url: (villageId: string) => string };

/** Where what is missing is mended. */
const mends: Record<MissingThing, Mend> = {
  register: { icon: 'list', url: ways.register },
  cadres: { icon: 'person', url: ways.offices },
  supervisors: { icon: 'person', url: ways.offices },
  panel: { icon: 'person', url: ways.offices },
  shop: { icon: 'bag', url: ways.newShop },
  keeper: { icon: 'person', url: ways.offices },
  funds: { icon: 'star', url: ways.funds },
  goods: { icon: 'bag', url: ways.goods },
  stock: { icon: 'bag', url: ways.goods },
  'village-code': { icon: 'printer', url: printing('village-code') },
  cards: { icon: 'printer', url: ways.print },
  'shop-code': { icon: 'printer', url: printing('shop-code') },
  joined: { icon: 'scan', url: printing('village-code') },
};

export const iconOf = (thing: MissingThing) => mends[thing].icon;

/** Opens what mends it, or what has to be there before. @param all that the village lacks */
export function mend(thing: MissingThing, villageId: string, all: readonly Missing[]): void {
  openPage(mends[comesFirst(thing, all) ?? thing].url(villageId));
}
