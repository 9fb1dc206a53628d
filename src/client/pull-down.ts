import Taro from '@tarojs/taro';

/** Lets the page spring back; H5 has no pull-down of its own. */
export function stopPullDown(): void {
  if (process.env.TARO_ENV === 'weapp') Taro.stopPullDownRefresh();
}
