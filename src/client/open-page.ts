import Taro from '@tarojs/taro';

/** WeChat opens no more pages one above the other. */
const deepest = 10;

const tell = () =>
  Taro.showToast({ title: '这一页没打开。请看看有没有网,再点一次。', icon: 'none' });

function topPage() {
  const pages = Taro.getCurrentPages();
  return pages[pages.length - 1];
}

/**
 * Remembers the page that is shown; answers later whether it still is. What ends after a wait opens
 * its page only then: whoever has left meanwhile is not pulled away from where they are.
 */
export function rememberPage(): () => boolean {
  const then = topPage()?.$taroPath;
  return () => topPage()?.$taroPath === then;
}

/** Opens a page in the place of the one that is shown. */
export async function replacePage(url: string): Promise<void> {
  await Taro.redirectTo({ url }).catch(tell);
}

/**
 * Opens a page above the one that is shown. Where it is that page already, or the end is reached,
 * it takes its place: nobody walks in circles until nothing opens any more.
 */
export async function openPage(url: string): Promise<void> {
  const isFull = Taro.getCurrentPages().length >= deepest;
  if (isFull || `/${topPage()?.route}` === url.split('?')[0]) await replacePage(url);
  else await Taro.navigateTo({ url }).catch(tell);
}

/** Back to where one came from; from a page opened by a code or a card to a place of ours. */
export function goBack(otherwise: () => unknown): void {
  if (Taro.getCurrentPages().length > 1) Taro.navigateBack();
  else otherwise();
}
