import Taro from '@tarojs/taro';

/** WeChat opens no more pages one above the other. */
const deepest = 10;

const tell = () =>
  Taro.showToast({ title: '这一页没打开。请看看有没有网,再点一次。', icon: 'none' });

/** Opens a page in the place of the one that is shown. */
export async function replacePage(url: string): Promise<void> {
  await Taro.redirectTo({ url }).catch(tell);
}

/**
 * Opens a page above the one that is shown. Where it is that page already, or the end is reached,
 * it takes its place: nobody walks in circles until nothing opens any more.
 */
export async function openPage(url: string): Promise<void> {
  const pages = Taro.getCurrentPages();
  const shown = pages[pages.length - 1]?.route;
  if (pages.length >= deepest || `/${shown}` === url.split('?')[0]) await replacePage(url);
  else await Taro.navigateTo({ url }).catch(tell);
}

/** Back to where one came from; from a page opened by a code or a card to a place of ours. */
export function goBack(otherwise: () => unknown): void {
  if (Taro.getCurrentPages().length > 1) Taro.navigateBack();
  else otherwise();
}
