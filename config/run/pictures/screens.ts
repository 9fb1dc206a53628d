import { drawnPhoto } from '../seed/photo';
import { activityScreens } from './activity-screens';
import { alarmScreens } from './alarm-screens';
import { bookScreens } from './book-screens';
import { button, openHere, scan, see, takePhoto, tap, type } from './drive';
import { lateScreens } from './late-screens';
import { lifeScreens } from './life-screens';
import { linkScreens } from './link-screens';
import { officeScreens } from './office-screens';
import { printScreens } from './print-screens';
import { rollScreens } from './roll-screens';
import type { Facts, Screen } from './screen';
import { shopScreens } from './shop-screens';
import { entriesScreen, townScreens } from './town-screens';

const passerBy = () => 'sample-passer-by';
/** Looks at one village, and so not at the choice of all. */
const stranger = () => 'sample-stranger';
const waitingOne = () => 'sample-asks-to-join';
const resident = ({ cast }: Facts) => cast.resident.openid;
const cadre = ({ cast }: Facts) => cast.cadre.openid;
const secondCadre = ({ cast }: Facts) => cast.secondCadre.openid;
const supervisor = ({ cast }: Facts) => cast.supervisors[0]?.openid ?? '';
const reviewer = (facts: Facts) => facts.reviewer;
const townAdministrator = ({ cast }: Facts) => cast.townAdministrator.openid;
const at = (path: string) => () => path;

const boards: Screen[] = [
  { name: 'board-choose', who: passerBy, path: at('pages/board/index') },
  {
    name: 'board-visitor',
    who: passerBy,
    path: at('pages/board/index'),
    act: (page, { cast }) => tap(page, new RegExp(cast.cadre.villageName)),
  },
  {
    name: 'board-stranger',
    who: stranger,
    path: ({ villageId }) => `pages/board/index?villageId=${villageId}`,
  },
  { name: 'board-panel', who: reviewer, path: at('pages/board/index') },
  { name: 'board', who: resident, path: at('pages/board/index') },
  {
    name: 'board-villages',
    who: resident,
    path: at('pages/board/index'),
    act: (page, { cast }) => tap(page, `${cast.cadre.villageName},换一个嘎查村`),
  },
  { name: 'notice', who: resident, path: at('packages/work/notice/index') },
  { name: 'drawn', who: reviewer, path: at('packages/work/drawn/index') },
];

const joining: Screen[] = [
  {
    name: 'join',
    who: passerBy,
    path: ({ villageId }) => `packages/join/index?villageId=${villageId}`,
  },
  {
    name: 'join-missing',
    who: passerBy,
    path: ({ villageId }) => `packages/join/index?villageId=${villageId}`,
    act: async (page) => {
      await tap(page, '填户号和姓名');
      await tap(page, '加入');
    },
  },
  {
    name: 'join-question',
    who: ({ cast }) => cast.notYetJoined.openid,
    path: ({ villageId }) => `packages/join/index?villageId=${villageId}`,
    act: async (page, { cast }) => {
      await type(page, '手机号凭证', `phone:${cast.notYetJoined.phone}`);
      await tap(page, '用手机号加入');
      await see(page, '您是');
    },
  },
  {
    name: 'join-enter',
    who: passerBy,
    path: ({ villageId }) => `packages/join/enter/index?villageId=${villageId}`,
    act: async (page) => {
      await tap(page, '住在一户人家');
      await tap(page, '申请登记');
    },
  },
  {
    name: 'join-entry-waiting',
    who: () => 'sample-asks-to-be-entered',
    path: at('packages/join/index'),
  },
  { name: 'join-waiting', who: waitingOne, path: at('packages/join/index') },
  { name: 'join-done', who: resident, path: at('packages/join/index') },
];

const points: Screen[] = [
  { name: 'points-visitor', who: passerBy, path: at('pages/points/index') },
  { name: 'points', who: resident, path: at('pages/points/index') },
  {
    name: 'points-freeze',
    who: resident,
    path: at('pages/points/index'),
    act: (page) => button(page, /^先别让人换东西/).tap(),
  },
  {
    name: 'points-why',
    who: resident,
    path: at('pages/points/index'),
    act: async (page) => {
      await button(page, /,为什么$/)
        .last()
        .tap();
      await see(page, '记完这一笔');
    },
  },
  { name: 'declare-items', who: resident, path: at('packages/record/declare/index') },
  {
    name: 'declare',
    who: resident,
    path: at('packages/record/declare/index'),
    act: async (page) => {
      await tap(page, /^做了什么/);
      await type(page, '做了什么', '种树');
      await button(page, /^植树治沙/)
        .first()
        .tap();
      await takePhoto(page, '拍照', drawnPhoto(2));
    },
  },
  {
    name: 'declare-left',
    who: resident,
    path: at('packages/record/declare/index'),
    act: async (page) => {
      await button(page, /^植树治沙/)
        .first()
        .tap();
      await takePhoto(page, '拍照', drawnPhoto(2));
      await openHere(page, 'pages/points/index');
      await see(page, '还没入账');
      await openHere(page, 'packages/record/declare/index');
      await see(page, '上次没填完');
    },
  },
  {
    name: 'record-on-notice',
    who: resident,
    path: ({ onNotice }) => `packages/record/detail/index?recordId=${onNotice}`,
  },
  {
    name: 'record-object',
    who: reviewer,
    path: ({ onNotice }) => `packages/record/detail/index?recordId=${onNotice}`,
    act: (page) => tap(page, '提出异议'),
  },
  {
    name: 'record-posted',
    who: resident,
    path: ({ posted }) => `packages/record/detail/index?recordId=${posted}`,
  },
  {
    name: 'draw',
    who: resident,
    path: ({ posted }) => `packages/record/draw/index?recordId=${posted}`,
    act: (page) => tap(page, '在这台手机上重抽一遍'),
  },
  {
    name: 'recheck',
    who: resident,
    path: ({ villageId }) => `packages/record/recheck/index?villageId=${villageId}`,
  },
  { name: 'supervisors', who: resident, path: at('packages/record/supervisors/index') },
  { name: 'record-mine', who: cadre, path: at('packages/record/mine/index') },
  { name: 'outbox-empty', who: resident, path: at('packages/record/outbox/index') },
];

const work: Screen[] = [
  {
    name: 'record-household',
    who: cadre,
    path: at('packages/record/record/index'),
    act: async (page) => {
      await type(page, '或输户号、姓名', '2');
      await tap(page, '找');
      await see(page, '口人');
    },
  },
  {
    name: 'record-offline',
    who: cadre,
    offline: true,
    path: at('packages/record/record/index'),
    act: async (page) => {
      await see(page, '扫户码');
      await page.context().setOffline(true);
      await type(page, '或输户号、姓名', '12');
      await tap(page, '找');
      await see(page, '现在没网');
    },
  },
  {
    name: 'record-search',
    who: cadre,
    path: at('packages/record/record/index'),
    act: async (page) => {
      await type(page, '或输户号、姓名', '样乙');
      await tap(page, '找');
      await see(page, '家里有');
    },
  },
  {
    name: 'record-items',
    who: cadre,
    path: at('packages/record/record/index'),
    act: async (page, { cardText }) => {
      await tap(page, '扫户码');
      await scan(page, cardText);
      await see(page, '全部类别');
    },
  },
  {
    name: 'record',
    who: cadre,
    path: at('packages/record/record/index'),
    act: async (page, { cardText }) => {
      await tap(page, '扫户码');
      await scan(page, cardText);
      await button(page, /^清理河道草场垃圾/)
        .first()
        .tap();
      await takePhoto(page, '拍照', drawnPhoto(3));
    },
  },
  {
    name: 'outbox',
    who: cadre,
    offline: true,
    // Opened before, so that the phone has the page when there is no network.
    path: at('packages/record/outbox/index'),
    act: async (page) => {
      await openHere(page, 'packages/record/record/index');
      await type(page, '或输户号、姓名', '12');
      await tap(page, '找');
      await button(page, /^12号户/).tap();
      await button(page, /^植树治沙/)
        .first()
        .tap();
      await takePhoto(page, '拍照', drawnPhoto(1));
      await page.context().setOffline(true);
      await tap(page, /^记 \d+ 分$/);
      await button(page, /先存在本机/).tap();
      await see(page, '没传上去的还不算记分');
    },
  },
  { name: 'work-check', who: secondCadre, path: at('packages/work/queue/index') },
  {
    name: 'check',
    who: secondCadre,
    path: ({ toCheck }) => `packages/record/detail/index?recordId=${toCheck}&queue=to-check`,
  },
  {
    name: 'check-refuse',
    who: secondCadre,
    path: ({ toCheck }) => `packages/record/detail/index?recordId=${toCheck}&queue=to-check`,
    act: (page) => tap(page, '不同意'),
  },
  { name: 'work-review', who: reviewer, path: at('packages/work/queue/index') },
  {
    name: 'review',
    who: reviewer,
    path: ({ toReview }) => `packages/record/detail/index?recordId=${toReview}&queue=to-review`,
  },
  {
    name: 'work-notice',
    who: secondCadre,
    path: at('packages/work/queue/index?view=to-notice'),
    act: async (page) => {
      await page.getByRole('tab', { name: /^公示/ }).tap();
      await see(page, '没有异议就入账');
    },
  },
  { name: 'work-supervisor', who: supervisor, path: at('packages/work/queue/index') },
  { name: 'joins', who: cadre, path: at('packages/work/joins/index') },
  { name: 'entry-requests', who: supervisor, path: at('packages/work/entry-requests/index') },
  {
    name: 'entry-requests-accept',
    who: supervisor,
    path: at('packages/work/entry-requests/index'),
    act: (page) => tap(page, '同意登记试常住'),
  },
  { name: 'links-none', who: supervisor, path: at('packages/work/links/index') },
  { name: 'freezes', who: supervisor, path: at('packages/work/freezes/index') },
  entriesScreen,
];

const lists: Screen[] = [
  { name: 'lists', who: resident, path: at('pages/lists/index') },
  {
    name: 'lists-kind',
    who: resident,
    path: at('pages/lists/index'),
    act: async (page) => {
      await button(page, /^依法协助政府/).tap();
      await see(page, '社会救助');
    },
  },
  {
    name: 'find',
    who: resident,
    path: at('packages/find/index'),
    act: async (page) => {
      await type(page, '要找什么', '我妈还活着的证明');
      await button(page, /^健在证明/).waitFor();
    },
  },
  {
    name: 'find-missed',
    who: resident,
    path: at('packages/find/index'),
    act: async (page) => {
      await type(page, '要找什么', '手机充不上电');
      await see(page, '没找到');
    },
  },
  {
    name: 'matter',
    who: resident,
    path: ({ villageId, matterKey }) =>
      `packages/matters/matter/index?villageId=${villageId}&key=${matterKey}`,
  },
  {
    name: 'words',
    who: cadre,
    path: ({ villageId }) =>
      `packages/matters/words/index?villageId=${villageId}&view=matter&key=homestead`,
    act: async (page) => {
      await type(page, '叫法', '起屋 批地皮');
      await tap(page, '存下');
      await see(page, '存下了 2 个词');
    },
  },
  { name: 'certificates', who: resident, path: at('packages/matters/certificates/index') },
  {
    name: 'certificates-open',
    who: resident,
    path: at('packages/matters/certificates/index'),
    act: async (page) => {
      await button(page, /去 /).first().tap();
      await see(page, '给要证明的单位看');
    },
  },
];

const mine: Screen[] = [
  { name: 'me-visitor', who: passerBy, path: at('pages/me/index') },
  { name: 'me', who: resident, path: at('pages/me/index') },
  { name: 'me-cadre', who: cadre, path: at('pages/me/index') },
  { name: 'me-second-cadre', who: secondCadre, path: at('pages/me/index') },
  { name: 'me-panel', who: reviewer, path: at('pages/me/index') },
  { name: 'me-town', who: townAdministrator, path: at('pages/me/index') },
  { name: 'household-people', who: resident, path: at('packages/people/household/index') },
  { name: 'household-card', who: resident, path: at('packages/people/card/index') },
  { name: 'confirm', who: resident, path: at('packages/people/confirm/index') },
  { name: 'member', who: townAdministrator, path: at('packages/people/member/index') },
  {
    name: 'member-unlink',
    who: townAdministrator,
    path: at('packages/people/member/index'),
    act: async (page) => {
      await tap(page, /^示例三嘎查/);
      await type(page, '户号', '22');
      await type(page, '姓名', '包例子');
      await tap(page, '解除这个人的手机');
      await see(page, '两个人同意');
    },
  },
  { name: 'erase', who: resident, path: at('packages/people/erase/index') },
  {
    name: 'erase-ask',
    who: resident,
    path: at('packages/people/erase/index'),
    act: (page) => tap(page, '注销并删除我的信息'),
  },
];

/** Every page of the app in its main states, for the people who use it. */
const byCard = ({ cardText }: Facts) => `packages/people/proxy/index?cardText=${cardText}`;

/** Last of all: who helps somebody has it said on every page from then on. */
const helping: Screen[] = [
  { name: 'proxy', who: cadre, path: at('packages/people/proxy/index') },
  { name: 'proxy-pin', who: cadre, path: byCard },
  {
    name: 'proxy-asked',
    who: cadre,
    path: byCard,
    act: async (page) => {
      await tap(page, '没有密码,请在场的人确认');
      await see(page, '不能是您家里的人');
    },
  },
  {
    name: 'proxy-running',
    who: secondCadre,
    path: byCard,
    act: async (page) => {
      const begins = button(page, '密码对了就开始');
      if (await begins.isVisible()) {
        await type(page, '请这一户的人自己按密码', '2580');
        await tap(page, '密码对了就开始');
      }
      await see(page, '能换东西的分');
    },
  },
  { name: 'proxy-shop', who: secondCadre, path: at('pages/shop/index') },
];

export const screens: readonly Screen[] = [
  ...boards,
  ...joining,
  ...points,
  ...work,
  ...activityScreens,
  ...shopScreens,
  ...lists,
  ...mine,
  ...printScreens,
  ...bookScreens,
  ...alarmScreens,
  ...lateScreens,
  ...officeScreens,
  ...rollScreens,
  ...lifeScreens,
  ...townScreens,
  ...helping,
  ...linkScreens,
];
