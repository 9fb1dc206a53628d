import Taro, { useDidShow } from '@tarojs/taro';
import { useEffect, useLayoutEffect, useRef } from 'react';

/** Whose title stands in the bar; nobody's between a root that goes and the one in its place. */
let holder: object | null = null;

/** A page that goes while it is titled has no bar any more; then nothing is owed to it. */
function setTitle(title: string): void {
  Taro.setNavigationBarTitle({ title }).catch(() => undefined);
}

/**
 * The bar above the page. WeChat gives a title to whichever page is shown, so a hidden page keeps
 * its own until it is shown.
 */
export function useTitle(title: string): void {
  const self = useRef({}).current;
  useLayoutEffect(() => {
    holder ??= self;
    return () => {
      if (holder === self) holder = null;
    };
  }, [self]);
  useEffect(() => {
    if (holder === self) setTitle(title);
  }, [self, title]);
  useDidShow(() => {
    holder = self;
    setTitle(title);
  });
}
