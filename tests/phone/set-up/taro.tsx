import { useEffect, useRef } from 'react';

/**
 * What every test gets for `@tarojs/taro`: a phone without a screen, storage in memory, navigation
 * and toasts as a log.
 */
const storage = new Map<string, string>();
const shownHooks = new Set<() => void>();
/** While a tap is handled, and no longer once anything was waited for: only then WeChat asks. */
let inTap = false;
const startTap = () => {
  inTap = true;
  queueMicrotask(() => {
    inTap = false;
  });
};
if (typeof window !== 'undefined') window.addEventListener('click', startTap, true);

export const phone = {
  storage,
  /** A full phone keeps nothing more, and says so by throwing. */
  full: false,
  /** What the app did: `navigateTo /packages/…`, `showToast …`. */
  log: [] as string[],
  /** What the person lets WeChat tell, by template id; `null`: WeChat does not ask at all. */
  reminders: {} as Record<string, string> | null,
  params: {} as Record<string, string>,
  path: '/pages/board/index',
  /** Whoever had left comes back: what is mounted hears that its page is shown again. */
  comeBack() {
    for (const shown of [...shownHooks]) shown();
  },
  reset() {
    storage.clear();
    phone.full = false;
    phone.log.length = 0;
    phone.reminders = {};
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
  setNavigationBarTitle: () => Promise.resolve({ errMsg: 'setNavigationBarTitle:ok' }),
  previewImage: () => log('previewImage'),
  makePhoneCall: () => log('makePhoneCall'),
  stopPullDownRefresh: () => undefined,
  getCurrentPages: () => [{}],
  getAppBaseInfo: () => ({}),
  async requestSubscribeMessage({ tmplIds }: { tmplIds: string[] }) {
    phone.log.push(`requestSubscribeMessage ${tmplIds.join(' ')}`);
    const fail = (errCode: number, why: string) =>
      Object.assign(new Error(`requestSubscribeMessage:fail ${why}`), { errCode });
    if (tmplIds.length === 0) throw fail(10001, 'TmplIds can not be empty');
    if (tmplIds.length > 3) throw fail(20003, 'Templates size should not be more than 3');
    if (!inTap) throw fail(-1, 'can only be invoked by user TAP gesture.');
    if (phone.reminders === null) throw fail(20004, 'The main switch is switched off');
    const { reminders } = phone;
    return Object.fromEntries(tmplIds.map((id) => [id, reminders[id] ?? 'reject']));
  },
  nextTick: (run: () => void) => void setTimeout(run),
};

// Taro's own module has a default.
export { api as default };

/** A page is shown when it opens, and whenever one comes back to it. */
export function useDidShow(shown: () => void): void {
  const latest = useRef(shown);
  latest.current = shown;
  useEffect(() => {
    const show = () => latest.current();
    shownHooks.add(show);
    show();
    return () => {
      shownHooks.delete(show);
    };
  }, []);
}

export const useRouter = () => ({ params: phone.params, path: phone.path });
export const useLaunch = () => undefined;
export const useDidHide = () => undefined;
export const usePullDownRefresh = () => undefined;
export const useReachBottom = () => undefined;
export const useLoad = () => undefined;
export const useReady = () => undefined;
export const useShareAppMessage = () => undefined;
