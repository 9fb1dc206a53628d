import { useEffect, useRef } from 'react';

/**
 * A phone without a screen, for tests of components and client: storage in memory, navigation and
 * toasts as a log. Use as
 * `jest.mock('@tarojs/taro', () => require('<path>/set-up/taro').taroStub)`.
 */
const storage = new Map<string, string>();
let networkListener: ((status: { isConnected: boolean }) => void) | null = null;

export const phone = {
  storage,
  /** A full phone keeps nothing more, and says so by throwing. */
  full: false,
  /** What the app did: `navigateTo /packages/…`, `showToast …`. */
  log: [] as string[],
  params: {} as Record<string, string>,
  path: '/pages/board/index',
  goOnline: () => networkListener?.({ isConnected: true }),
  reset() {
    storage.clear();
    phone.full = false;
    phone.log.length = 0;
    phone.params = {};
    phone.path = '/pages/board/index';
  },
};

async function log(name: string, { url, title }: { url?: string; title?: string } = {}) {
  phone.log.push(`${name} ${url ?? title ?? ''}`.trim());
}

const api = {
  getStorageSync: (key: string) => JSON.parse(storage.get(key) ?? '""') as unknown,
  setStorageSync(key: string, data: unknown) {
    if (phone.full) throw new Error('setStorageSync:fail exceed storage max size');
    storage.set(key, JSON.stringify(data));
  },
  removeStorageSync: (key: string) => storage.delete(key),
  navigateTo: (options: { url: string }) => log('navigateTo', options),
  redirectTo: (options: { url: string }) => log('redirectTo', options),
  switchTab: (options: { url: string }) => log('switchTab', options),
  navigateBack: () => log('navigateBack'),
  showToast: (options: { title: string }) => log('showToast', options),
  setNavigationBarTitle: () => undefined,
  previewImage: () => log('previewImage'),
  makePhoneCall: () => log('makePhoneCall'),
  stopPullDownRefresh: () => undefined,
  getCurrentPages: () => [{}],
  nextTick: (run: () => void) => void setTimeout(run),
  onNetworkStatusChange(listener: typeof networkListener) {
    networkListener = listener;
  },
};

/** A page is shown once, when it opens. */
function useDidShow(shown: () => void): void {
  const first = useRef(shown);
  useEffect(() => first.current(), []);
}

export const taroStub = {
  __esModule: true,
  default: api,
  ...api,
  useRouter: () => ({ params: phone.params, path: phone.path }),
  useLaunch: () => undefined,
  useDidShow,
  useDidHide: () => undefined,
  usePullDownRefresh: () => undefined,
  useReachBottom: () => undefined,
  useLoad: () => undefined,
  useReady: () => undefined,
  useShareAppMessage: () => undefined,
};
