import {
  editionWords,
  refuseUnknownShop,
  refuseWithoutCode,
} from '../../../src/domain/documents/print';
import { sceneOf } from '../../../src/domain/documents/scene';
import type { MiniCode } from '../../../src/domain/documents/types';
import type { Village } from '../../../src/domain/people/types';
import type { Shop } from '../../../src/domain/town/types';
import type { Secret } from '../../runtime/secret';
import type { Reader, Store } from '../../runtime/store/store';
import { giveCodes } from './give-codes';
import { subjectOf } from './subjects';
import type { DoorCodeFacts } from './templates/door-code';

export function villageCodeContent(village: Village) {
  const { villageId, name, townName } = village;
  const facts = {
    scene: sceneOf(villageId, { kind: 'village' }, []),
    name,
    lines: ['加入本村 · 看公示 · 看清单', '没有手机的,请村里人帮忙', townName],
  };
  return { facts, subject: subjectOf({ document: 'village-code', villageId }) };
}

export function shopCodeContent(shop: Shop, villageId: string) {
  const { shopId, name, address, hours } = shop;
  const facts = {
    scene: sceneOf(villageId, { kind: 'shop', shopId }, []),
    name,
    lines: ['看有什么货 · 用积分下单', `营业:${hours}`, `地址:${address}`],
  };
  return { facts, subject: subjectOf({ document: 'shop-code', villageId, shopId }) };
}

/** @throws Refusal `shop-not-found`, also for one that does not serve the village */
export async function readShop(read: Reader, shopId: string, villageId: string): Promise<Shop> {
  const shop = await read.get<Shop>('shops', shopId);
  return shop?.villageIds.includes(villageId) ? shop : refuseUnknownShop();
}

/** @throws Refusal `code-not-made` */
export async function loadDoorCode(
  content: ReturnType<typeof villageCodeContent>,
  paper: 'A4' | 'A5',
  given: { store: Store; secret: Secret; day: string },
): Promise<DoorCodeFacts> {
  const { scene, name, lines } = content.facts;
  const code = await given.store.get<MiniCode>('mini-codes', scene);
  if (!code) refuseWithoutCode();
  const [edition] = await giveCodes([content], given);
  const image = `data:${code.contentType};base64,${code.imageBase64}`;
  return { name, lines, image, paper, edition: edition ? editionWords(edition) : '' };
}
