import Taro, { useDidShow } from '@tarojs/taro';
import { useEffect, useLayoutEffect, useRef } from 'react';

/** Whose title stands in the bar; nobody's between a root that goes and the one in its place. */
let holder: object | null = null;

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
    if (holder === self) Taro.setNavigationBarTitle({ title });
  }, [self, title]);
  useDidShow(() => {
    holder = self;
    Taro.setNavigationBarTitle({ title });
  });
}
