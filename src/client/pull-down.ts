import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';

/** Whoever is asking something anew because a page was pulled down. */
let asking = 0;

/** Lets the page spring back; H5 has no pull-down of its own. */
function spring(): void {
  if (asking === 0 && process.env.TARO_ENV === 'weapp') Taro.stopPullDownRefresh();
}

/** WeChat keeps a page pulled down until it is told: the last one that asked tells it. */
export function whilePulledDown(work: Promise<unknown>): void {
  asking += 1;
  const done = () => {
    asking -= 1;
    spring();
  };
  work.then(done, done);
}

/** For the root of every page: it springs back also where nothing is asked, or after one left. */
export function usePullDown(): void {
  usePullDownRefresh(() => whilePulledDown(Promise.resolve()));
  useDidShow(spring);
}
