import type { HeldRole } from '../../../client/session';
import type { InputOf } from '../../../contracts/contract';
import type { Role } from '../../../contracts/people';
import type { listRecords } from '../../../contracts/records';

export type WorkView = Extract<
  InputOf<typeof listRecords>['view'],
  | 'to-check'
  | 'to-cosign'
  | 'to-review'
  | 'review-late'
  | 'to-notice'
  | 'objections'
  | 'reversals'
  | 'to-recheck'
>;

export type WorkTab = {
  view: WorkView;
  label: string;
  roles: readonly Role[];
  /** What is to be done here, for whoever does it the first time. */
  hint: string;
  empty: string;
};

/** The order a record goes through them. */
export const workTabs: readonly WorkTab[] = [
  {
    view: 'to-check',
    label: '核对',
    roles: ['cadre'],
    hint: '看看有没有这件事、照片对不对。自己记的、自己家和近亲属家的不在这里。',
    empty: '没有等核对的。',
  },
  {
    view: 'to-cosign',
    label: '联签',
    roles: ['supervisor'],
    hint: '干部家的,核对后要监督委员会再看一遍。',
    empty: '没有等联签的。',
  },
  {
    view: 'to-review',
    label: '评议',
    roles: ['panel'],
    hint: '抽到您评议的都在这里。3 人里过半同意就通过。',
    empty: '没有抽到您评议的。',
  },
  {
    view: 'review-late',
    label: '换人',
    roles: ['cadre'],
    hint: '抽到的人 3 个工作日没评完的,可以另抽 3 人重新评。',
    empty: '没有过期没评完的。',
  },
  {
    view: 'to-notice',
    label: '公示',
    roles: ['cadre'],
    hint: '评议通过的,公示 5 天,没有异议就入账。',
    empty: '没有等公示的。',
  },
  {
    view: 'objections',
    label: '异议',
    roles: ['supervisor', 'town-admin'],
    hint: '有人觉得不对的,3 天内查清答复。监督委员会没答复的,镇里也答复。',
    empty: '没有等答复的异议。',
  },
  {
    view: 'reversals',
    label: '更正',
    roles: ['cadre', 'supervisor', 'town-admin'],
    hint: '入账以后有人说记错了的,由另一个人核对。自己提的不在这里。',
    empty: '没有等确认的更正。',
  },
  {
    view: 'to-recheck',
    label: '抽查',
    roles: ['supervisor', 'town-admin'],
    hint: '上月入账的,每 20 条抽 1 条再看一遍。自己经手过的、近亲属家的不在这里。',
    empty: '没有等抽查的。',
  },
];

/** The tabs a person has work in, by the roles they hold. */
export function tabsFor(roles: readonly HeldRole[]): WorkTab[] {
  return workTabs.filter((tab) => roles.some((held) => tab.roles.includes(held.role)));
}
