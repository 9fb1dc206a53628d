import Taro, { useDidShow } from '@tarojs/taro';
import { useEffect, useRef } from 'react';

/** What was chosen or typed and is neither sent nor kept. */
const unsent = new Set<object>();

/** Says that something on this page would be lost if the app began anew. */
export function useUnsent(something: boolean): void {
  const self = useRef({}).current;
  useEffect(() => {
    if (something) unsent.add(self);
    return () => {
      unsent.delete(self);
    };
  }, [self, something]);
}

/** Forms are opened above the tabs: with a tab alone none is open. */
function nothingIsLost(): boolean {
  const [first, ...above] = Taro.getCurrentPages();
  return above.length === 0 && unsent.size === 0 && first?.route?.startsWith('pages/') === true;
}

let waiting = false;

async function offer(): Promise<void> {
  if (!waiting || !nothingIsLost()) return;
  // Asked once; whoever says later gets it with the next start.
  waiting = false;
  const { confirm } = await Taro.showModal({
    title: '小程序有新版本',
    content: '换一下只要几秒,记的东西都在。',
    confirmText: '现在换',
    cancelText: '以后再说',
  });
  if (!confirm) return;
  if (nothingIsLost()) {
    Taro.getUpdateManager().applyUpdate();
    return;
  }
  // What was tapped just as the question came up stands by now.
  waiting = true;
  Taro.showToast({ title: '先办完手上的,过后再问您一次。', icon: 'none' });
}

/** Listens for a newer release. A browser loads it by itself. */
export function watchUpdates(): void {
  if (process.env.TARO_ENV !== 'weapp') return;
  Taro.getUpdateManager().onUpdateReady(() => {
    waiting = true;
    offer();
  });
}

/** For the root of every page: a release that waits is offered where nothing is lost by it. */
export function useUpdateOffer(): void {
  useDidShow(() => {
    offer();
  });
}
