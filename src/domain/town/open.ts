import { mostShops, mostVillages } from '../../contracts/limits';
import type { MatterContent } from '../../contracts/lists';
import type { Catalogue } from '../catalogue/types';
import { refuse } from '../kernel/refusal';
import { currentMatterOf } from '../lists/current-matter';
import type { CurrentMatter, MatterVersion } from '../lists/types';
import { isSameName } from '../people/names';
import type { Village } from '../people/types';
import type { OpeningScheme, Shop } from './types';

const askForMore = '请先看看有没有开重的;还要再开,请联系装这套系统的人。';

/**
 * @param others the villages there are beside it
 * @throws Refusal `village-exists`, `too-many-villages`
 */
export function mustBeANewVillage(
  existing: Village | null,
  name: string,
  others: readonly Village[],
): void {
  if (existing) {
    refuse('village-exists', `编号 ${existing.villageId} 已经给了${existing.name}。请换一个编号。`);
  }
  if (others.some((each) => isSameName(each.name, name))) {
    refuse('village-exists', '已经有同名的嘎查村,户册会分不清。请换一个名字。');
  }
  if (others.length >= mostVillages) {
    refuse('too-many-villages', `全镇最多开通 ${mostVillages} 个嘎查村,已经满了。${askForMore}`);
  }
}

/** Another one got the id that was counted on to: the next attempt counts one further. */
export function refuseOpenedMeanwhile(): never {
  refuse('village-exists', '刚才有人也开了一个嘎查村,这个还没有开。请再点一次。');
}

export function mustBeANewShop(existing: Shop | null): void {
  if (!existing) return;
  refuse('shop-exists', `编号 ${existing.shopId} 已经给了${existing.name}。请换一个编号。`);
}

export function refuseMoreShops(): never {
  refuse('too-many-shops', `全镇最多开通 ${mostShops} 家超市,已经满了。${askForMore}`);
}

export function refuseUnknownVillage(): never {
  refuse('village-not-found', '没有找到这个嘎查村。请先开通它,或检查编号。');
}

/** Version 1 of a village's scheme: the catalogue as it stands. */
export function openingScheme(
  villageId: string,
  { fields, pointItems, reminders }: Catalogue,
  fromDay: string,
): OpeningScheme {
  return { villageId, version: 1, fromDay, fields, items: pointItems, reminders };
}

export type OpeningMatter = { current: CurrentMatter; version: MatterVersion };

/** Version 1 of every matter of the starting lists, with the numbers of law that bind it. */
export function openingMatters(
  villageId: string,
  { matters, legalTerms }: Catalogue,
  nowMs: number,
): OpeningMatter[] {
  return matters.map((each) => {
    const terms = legalTerms.find((known) => known.matterKey === each.key)?.terms;
    const matter: MatterContent = { ...each, ...(terms && { legalTerms: terms }) };
    return {
      current: currentMatterOf(villageId, matter, 1),
      version: { villageId, key: each.key, version: 1, publishedAtMs: nowMs, matter },
    };
  });
}
