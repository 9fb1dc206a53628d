import type { HeldRole } from '../client/session';
import type { TodayCard } from '../client/today';
import type { Role } from '../contracts/people';
import type { ToDo } from '../contracts/tasks';
import { everySeat, isSeat, readBySeats } from '../domain/people/offices/seats';
import { overseers } from '../domain/tasks/keys';
import type { IconName } from './icon';

export type Job = {
  title: string;
  note: string;
  icon: IconName;
  url: string;
  roles: readonly Role[];
  /** What waits there: its number stands on the line. */
  toDos: readonly ToDo[];
};

/** In the order in which they are reached for; the first three of somebody's are large. */
const jobs: readonly Job[] = [
  {
    ...{ title: '现场记分', note: '扫户码、拍照、记分,没网也能记', icon: 'star' },
    ...{ url: '/packages/record/record/index', roles: ['cadre'], toDos: [] },
  },
  {
    ...{ title: '很多户一起记', note: '一件事、一张照片,点户就行', icon: 'house' },
    ...{ url: '/packages/record/together/index', roles: ['cadre'], toDos: [] },
  },
  {
    ...{ title: '核销', note: '扫取货码,交货', icon: 'scan' },
    ...{ url: '/packages/keeper/home/index', roles: ['keeper'], toDos: ['to-hand-over'] },
  },
  {
    ...{ title: '评议与公示', note: '核对、联签、评议、公示、异议、更正、抽查', icon: 'notice' },
    ...{ url: '/packages/work/queue/index', roles: ['cadre', 'panel', 'supervisor'] },
    toDos: [
      ...(['to-check', 'to-cosign', 'to-review', 'review-late', 'to-notice'] as const),
      ...(['objections', 'reversals', 'to-recheck'] as const),
    ],
  },
  {
    ...{ title: '抽到我评的', note: '评过什么、怎么表的态、结果怎样', icon: 'list' },
    ...{ url: '/packages/work/drawn/index', roles: ['panel'], toDos: [] },
  },
  {
    ...{ title: '加入申请', note: '对一对户册,让人加入', icon: 'person' },
    ...{ url: '/packages/work/joins/index', roles: ['cadre', 'supervisor', 'town-admin'] },
    toDos: ['joins'],
  },
  {
    ...{ title: '进货与盘点', note: '货架上还有多少', icon: 'bag' },
    ...{ url: '/packages/keeper/stock/index', roles: ['keeper'], toDos: [] },
  },
  {
    ...{ title: '全镇', note: '每个村还差什么,开村、开超市、导户册', icon: 'house' },
    ...{ url: '/packages/town/overview/index', roles: ['town-admin'], toDos: [] },
  },
  {
    ...{ title: '全镇', note: '每个村的户、积分和资金', icon: 'house', toDos: [] },
    url: '/packages/town/overview/index',
    roles: readBySeats['town.read-overview'],
  },
  {
    ...{ title: '店里的兑换单', note: '谁要来取、取走了什么', icon: 'bag', toDos: [] },
    ...{ url: '/packages/keeper/home/index', roles: ['merchant'] },
  },
  {
    ...{ title: '店里的货架', note: '每样货还有多少', icon: 'list', toDos: [] },
    ...{ url: '/packages/keeper/stock/index', roles: ['merchant'] },
  },
  {
    ...{ title: '查账签字', note: '账本对不上时,查清了再签', icon: 'seal' },
    ...{ url: '/packages/work/alarm/index', roles: ['supervisor', 'town-admin'], toDos: [] },
  },
  {
    ...{ title: '查全村的账', note: '一户一户从第一笔查起,和留底比', icon: 'seal' },
    ...{ url: '/packages/books/village/index', roles: ['supervisor', 'town-admin'], toDos: [] },
  },
  {
    ...{ title: '对不上的账', note: '哪个村的账本还没查清', icon: 'seal', toDos: [] },
    url: '/packages/work/alarm/index',
    roles: readBySeats['points.list-seal-alarms'],
  },
  {
    ...{ title: '超期没办', note: '谁的事拖着没办', icon: 'clock' },
    ...{ url: '/packages/work/late/index', toDos: ['late'] },
    roles: [...overseers, ...readBySeats['people.list-late']],
  },
  {
    ...{ title: '异议与更正', note: '村里没答复的异议,要确认的更正,没抽查的', icon: 'warning' },
    ...{ url: '/packages/work/queue/index', roles: ['town-admin'] },
    toDos: ['objections', 'reversals', 'to-recheck'],
  },
  {
    ...{ title: '停用的积分', note: '查清了,让这一户接着换东西', icon: 'warning' },
    ...{ url: '/packages/work/freezes/index', roles: ['cadre', 'supervisor', 'town-admin'] },
    toDos: ['freezes'],
  },
  {
    ...{ title: '登记申请', note: '外来常住的、户册漏了的,要登记', icon: 'person' },
    ...{ url: '/packages/work/entry-requests/index', roles: ['cadre', 'supervisor', 'town-admin'] },
    toDos: ['entry-requests'],
  },
  {
    ...{ title: '查清加入的人', note: '家里人说不是的、镇里解除的', icon: 'warning' },
    ...{ url: '/packages/work/links/index', roles: ['cadre', 'supervisor', 'town-admin'] },
    toDos: ['links'],
  },
  {
    ...{ title: '任职', note: '谁在任职,登记任职和离任', icon: 'person' },
    ...{ url: '/packages/offices/list/index', roles: ['cadre', 'supervisor', 'town-admin'] },
    toDos: ['offices'],
  },
  {
    ...{ title: '户里的变动', note: '生孩子、迁入迁出、结婚、分户、去世等', icon: 'house' },
    ...{ url: '/packages/life/list/index', roles: ['cadre', 'supervisor', 'town-admin'] },
    toDos: ['life'],
  },
  {
    ...{ title: '名册', note: '开会按它算人数:成年村民、村民代表等', icon: 'list' },
    ...{ url: '/packages/rolls/list/index', roles: ['cadre', 'supervisor', 'town-admin'] },
    toDos: ['rolls'],
  },
  {
    ...{ title: '谁在任职', note: '您的任期也在里面,不干了可以登记辞职', icon: 'person' },
    ...{ url: '/packages/offices/list/index', roles: everySeat, toDos: [] },
  },
  {
    ...{ title: '邀请', note: '请没有户的人任职:观察员、商户、会计等', icon: 'plus' },
    ...{ url: '/packages/offices/invitations/index', roles: ['town-admin'], toDos: [] },
  },
  {
    ...{ title: '打印', note: '户码、村口的码、超市的码', icon: 'printer' },
    ...{ url: '/packages/print/village/index', roles: ['cadre', 'town-admin'], toDos: [] },
  },
  {
    ...{ title: '一个人的信息', note: '手机丢了、冒名加入、要删信息', icon: 'person' },
    ...{ url: '/packages/people/member/index', roles: ['town-admin'], toDos: [] },
  },
  {
    ...{ title: '代办', note: '替没有手机的户办事,扫户码卡', icon: 'house' },
    ...{ url: '/packages/people/proxy/index', roles: ['cadre', 'keeper'], toDos: [] },
  },
  {
    ...{ title: '申报好事', note: '自己家做的好事', icon: 'plus' },
    ...{ url: '/packages/record/declare/index', roles: ['resident'], toDos: [] },
  },
  {
    ...{ title: '我家的户码', note: '记分、换货时出示', icon: 'scan' },
    ...{ url: '/packages/people/card/index', roles: ['resident'], toDos: [] },
  },
  {
    ...{ title: '兑换单', note: '我家要取的、取过的', icon: 'bag' },
    ...{ url: '/packages/exchange/orders/index', roles: ['resident'], toDos: ['to-fetch'] },
  },
  {
    ...{ title: '作证', note: '邻居请人代办,您在场就扫码确认', icon: 'check' },
    ...{ url: '/packages/people/confirm/index', roles: ['resident'], toDos: [] },
  },
];

/** Whether anything is ever waited for from somebody beside their own household's things. */
export const hasWork = (roles: readonly HeldRole[]) =>
  roles.some(({ role }) => role !== 'resident' && !isSeat(role));

/** What somebody does here, by all their roles: the three at hand, and the others. */
export function jobsOf(roles: readonly HeldRole[]): { large: Job[]; others: Job[] } {
  const all = jobs.filter((job) => roles.some((held) => job.roles.includes(held.role)));
  // A keeper who is the merchant too finds the shop once.
  const mine = all.filter(({ url }, at) => all.findIndex((job) => job.url === url) === at);
  return { large: mine.slice(0, 3), others: mine.slice(3) };
}

/** How much waits there; `200+` where more does than was counted, nothing where nothing does. */
export function waitingAt({ toDos }: Job, cards: readonly TodayCard[] | null): string | null {
  const there = (cards ?? []).filter(({ toDo }) => toDos.includes(toDo));
  const count = there.reduce((total, card) => total + card.count, 0);
  if (count === 0) return null;
  return there.some(({ more }) => more) ? `${count}+` : String(count);
}
