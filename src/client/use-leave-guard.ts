import Taro from '@tarojs/taro';
import { useEffect } from 'react';

/** Where the question cannot be asked, nothing else may fail. */
const quietly = (asked: unknown) => void Promise.resolve(asked).catch(() => undefined);

/**
 * WeChat asks before one goes back from this page while something is filled in. Android's back key
 * leaves the page, not the sheet that floats above it, and what was typed would be gone in silence.
 * A browser has no such question.
 * @param words what would be gone, said by WeChat above its 取消 and 确定
 */
export function useLeaveGuard(filled: boolean, words: string): void {
  useEffect(() => {
    if (process.env.TARO_ENV !== 'weapp' || !filled) return;
    quietly(Taro.enableAlertBeforeUnload({ message: words }));
    return () => quietly(Taro.disableAlertBeforeUnload());
  }, [filled, words]);
}
