import Taro from '@tarojs/taro';
import { openPage } from '../../client/open-page';
import type { Session } from '../../client/session';
import type { TabPath } from '../../client/tabs';
import type { IconName } from '../../components/icon';
import { type Job, jobsOf } from '../../components/jobs-of';

/** One of the four: one tap from what it says. */
export type Way = {
  title: string;
  icon: IconName;
  open: () => unknown;
  /** Whose waiting things are counted on it. */
  job: Job | null;
};

const page = (title: string, icon: IconName, url: string, job: Job | null = null): Way => ({
  ...{ title, icon, job, open: () => openPage(url) },
});
const tab = (title: string, icon: IconName, path: TabPath): Way => ({
  ...{ title, icon, job: null, open: () => Taro.switchTab({ url: `/${path}` }) },
});

const joinUrl = '/packages/join/index';
const join = page('加入本村', 'person', joinUrl);
const joining = page('我的加入申请', 'clock', joinUrl);
const notices = page('看公示', 'notice', '/packages/work/notice/index');
const points = tab('我的积分', 'star', 'pages/points/index');
const shop = tab('去超市换', 'bag', 'pages/shop/index');
const lists = tab('要办什么事', 'list', 'pages/lists/index');

const most = 4;

/** What comes first: the first job of an office, or to become one of the village. */
function firstOf({ me, roles, waitingJoin, state }: Who): Way[] {
  const [job] = jobsOf(roles.filter(({ role }) => role !== 'resident')).large;
  if (job) return [page(job.title, job.icon, job.url, job)];
  if (me !== null) return [];
  if (waitingJoin !== null) return [joining];
  // Nobody is asked to join as long as it is not known who they are.
  return state === 'ready' ? [join] : [];
}

type Who = Pick<Session, 'me' | 'roles' | 'waitingJoin' | 'state'>;

/** The four ways on of the first page in large type, by who somebody is. */
export function homeOf(who: Who): Way[] {
  // Whoever is of no household has no points.
  const own = who.me === null && who.state === 'ready' ? [] : [points];
  return [...firstOf(who), notices, ...own, shop, lists].slice(0, most);
}
