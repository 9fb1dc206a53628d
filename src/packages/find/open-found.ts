import Taro from '@tarojs/taro';
import { useFoundItem } from '../../client/found-item';
import { openMatter } from '../../client/open-matter';
import { goBack, openPage } from '../../client/open-page';
import type { Entry, EntryKind } from '../../domain/search/book';

const switchTo = (tab: string) => Taro.switchTab({ url: `/pages/${tab}/index` });

const declarePage = '/packages/record/declare/index';

/** The pages of the word book, by their ids. */
const pages: Readonly<Record<string, () => unknown>> = {
  points: () => switchTo('points'),
  board: () => switchTo('board'),
  shop: () => switchTo('shop'),
  join: () => openPage('/packages/join/index'),
  card: () => openPage('/packages/people/card/index'),
  paper: () => openPage('/packages/print/find/index'),
  offices: () => openPage('/packages/offices/list/index'),
  erase: () => openPage('/packages/people/erase/index'),
};

/** What a line says about where it leads. */
export const kindWords: Readonly<Record<EntryKind, string>> = {
  matter: '清单事项:怎么办、带什么',
  certificate: '村里不能开,告诉您该去哪',
  item: '积分项目:做了可以记分',
  goods: '积分超市里的',
  page: '小程序里的一页',
};

/** Opens what was found. Without a chosen village the lists ask for one first. */
export function openFound({ kind, id }: Entry, villageId: string | null): void {
  if (kind === 'matter') {
    if (villageId === null) switchTo('lists');
    else openMatter(villageId, id);
  }
  if (kind === 'certificate') openPage(`/packages/matters/certificates/index?key=${id}`);
  if (kind === 'goods') switchTo('shop');
  if (kind === 'page') pages[id]?.();
  if (kind === 'item') {
    useFoundItem.getState().find(id);
    openPage(declarePage);
  }
}

/** Takes an item back into the form that asked for it. */
export function takeItem(itemId: string): void {
  useFoundItem.getState().find(itemId);
  goBack(() => openPage(declarePage));
}
