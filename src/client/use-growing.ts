import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';

/**
 * Shows a long list part by part, so that no single setData carries all of it: WeChat's bridge is
 * slow with large ones, and the first part is what fits the screen.
 * @returns how many rows to show now
 */
export function useGrowing(total: number, part: number): number {
  const [shown, setShown] = useState(part);
  useEffect(() => {
    if (shown >= total) return;
    let gone = false;
    // Behind the setData of this part: a timer could fall into the same batch.
    Taro.nextTick(() => {
      if (!gone) setShown((before) => before + part);
    });
    return () => {
      gone = true;
    };
  }, [shown, total, part]);
  return Math.min(shown, total);
}
