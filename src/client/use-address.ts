import { useLoad, useReady } from '@tarojs/taro';
import { useRef } from 'react';
import { openAddress } from './open-scene';
import { type PageParams, readPageParams } from './page-params';

/**
 * Opens what the address of this page stands for: a scanned code, a card from a chat. Once for
 * each: WeChat opens the page anew for the next one. Not before the page stands, for Taro would
 * take the page that is opened above it for this one.
 */
export function useAddress(): void {
  const params = useRef<PageParams>({});
  useLoad((query) => {
    params.current = readPageParams(query);
  });
  useReady(() => {
    openAddress(params.current);
  });
}
