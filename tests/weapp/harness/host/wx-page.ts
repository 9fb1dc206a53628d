import { apis } from './api';
import { chooseFromSheet, type DialogOptions, hideToast, showDialog, showToast } from './overlay';
import type { PageStack } from './pages';

type Url = { url: string };
type Scroll = { scrollTop?: number };
type Queryable = {
  createSelectorQuery: () => unknown;
  createIntersectionObserver: (o?: unknown) => unknown;
};

/** Moving between pages and what WeChat draws around them. */
export function pageApis(pages: PageStack): Record<string, unknown> {
  const nothing = () => undefined;
  const cosmetic = [
    'setNavigationBarColor',
    'showNavigationBarLoading',
    'hideNavigationBarLoading',
    'setBackgroundColor',
    'setBackgroundTextStyle',
    'hideHomeButton',
    'hideKeyboard',
    'loadFontFace',
  ];
  const current = () => pages.top().caller as unknown as Queryable;
  return {
    ...apis(Object.fromEntries(cosmetic.map((name) => [name, nothing]))),
    ...apis({
      navigateTo: ({ url }: Url) => pages.navigateTo(url),
      redirectTo: ({ url }: Url) => pages.redirectTo(url),
      switchTab: ({ url }: Url) => pages.switchTab(url),
      reLaunch: ({ url }: Url) => pages.reLaunch(url),
      navigateBack: ({ delta }: { delta?: number }) => pages.goBack(delta ?? 1),
      enableAlertBeforeUnload: ({ message }: { message: string }) =>
        pages.askBeforeLeaving(message),
      disableAlertBeforeUnload: () => pages.askBeforeLeaving(null),
      setNavigationBarTitle: ({ title }: { title: string }) => pages.setTitle(title),
      startPullDownRefresh: () => pages.pullDown(),
      stopPullDownRefresh: () => pages.stopPullDown(),
      showShareMenu: () => pages.allowSharing(true),
      hideShareMenu: () => pages.allowSharing(false),
      pageScrollTo: ({ scrollTop }: Scroll) => {
        pages.top().element.scrollTop = scrollTop ?? 0;
      },
      showToast: ({ title, duration }: { title: string; duration?: number }) =>
        showToast(title, duration ?? 1500),
      hideToast,
      showLoading: ({ title }: { title: string }) => showToast(title, 0),
      hideLoading: hideToast,
      showModal: (options: DialogOptions) => showDialog(options),
      showActionSheet: async ({ itemList }: { itemList: string[] }) => {
        const tapIndex = await chooseFromSheet(itemList);
        if (tapIndex === null) {
          throw new Error('cancel');
        }
        return { tapIndex };
      },
    }),
    createSelectorQuery: () => current().createSelectorQuery(),
    createIntersectionObserver: (_owner: unknown, options?: unknown) =>
      current().createIntersectionObserver(options),
    getMenuButtonBoundingClientRect: () => ({
      width: 87,
      height: 32,
      top: 6,
      right: 353,
      bottom: 38,
      left: 266,
    }),
  };
}
