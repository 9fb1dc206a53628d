import { useRouter } from '@tarojs/taro';
import { type PageParams, readPageParams } from './page-params';

/** The parameters of this page. Only for the page itself: what mounts later may mount hidden. */
export function usePageParams(): PageParams {
  return readPageParams(useRouter()?.params);
}
