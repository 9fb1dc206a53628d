import { tabs } from './client/tabs';

/**
 * WeChat turns down a submission that carries a location interface it has not approved, used or
 * not: only a build that asks for it has one (README).
 */
const location = process.env.TARO_APP_LOCATION === 'on' && {
  // Only where somebody adds the place of a deed by a tap; shown by WeChat when it asks.
  permission: { 'scope.userLocation': { desc: '说明好事是在哪儿做的,只给核对的人看' } },
  requiredPrivateInfos: ['getLocation' as const],
};

export default defineAppConfig({
  pages: [
    'pages/board/index',
    'pages/points/index',
    'pages/shop/index',
    'pages/lists/index',
    'pages/me/index',
  ],
  subPackages: [
    { root: 'packages/join', pages: ['index', 'enter/index', 'invited/index'] },
    {
      root: 'packages/record',
      pages: [
        'declare/index',
        'record/index',
        'together/index',
        'activity/index',
        'outbox/index',
        'detail/index',
        'draw/index',
        'recheck/index',
        'mine/index',
        'supervisors/index',
      ],
    },
    {
      root: 'packages/work',
      pages: [
        'queue/index',
        'drawn/index',
        'notice/index',
        'joins/index',
        'entry-requests/index',
        'links/index',
        'alarm/index',
        'late/index',
        'freezes/index',
        'entries/index',
      ],
    },
    { root: 'packages/exchange', pages: ['order/index', 'orders/index'] },
    { root: 'packages/keeper', pages: ['home/index', 'pickup/index', 'stock/index'] },
    { root: 'packages/matters', pages: ['matter/index', 'certificates/index', 'words/index'] },
    { root: 'packages/find', pages: ['index'] },
    { root: 'packages/life', pages: ['list/index', 'propose/index'] },
    { root: 'packages/rolls', pages: ['list/index', 'roll/index', 'enter/index'] },
    { root: 'packages/books', pages: ['account/index', 'village/index', 'codes/index'] },
    { root: 'packages/print', pages: ['statement/index', 'village/index', 'find/index'] },
    {
      root: 'packages/offices',
      pages: [
        'list/index',
        'acts/index',
        'give/index',
        'end/index',
        'invitations/index',
        'invite/index',
      ],
    },
    {
      root: 'packages/people',
      pages: [
        'card/index',
        'household/index',
        'erase/index',
        'member/index',
        'proxy/index',
        'confirm/index',
      ],
    },
    {
      root: 'packages/town',
      pages: [
        'overview/index',
        'found/index',
        'village/index',
        'new-village/index',
        'new-shop/index',
        'register/index',
        'funds/index',
        'goods/index',
      ],
    },
  ],
  preloadRule: {
    // Found offline too: whoever has been on the first page has the word book.
    'pages/board/index': { network: 'all', packages: ['packages/find'] },
    'pages/points/index': { network: 'all', packages: ['packages/record', 'packages/find'] },
    'pages/shop/index': { network: 'all', packages: ['packages/exchange'] },
    'pages/lists/index': { network: 'all', packages: ['packages/matters', 'packages/find'] },
  },
  lazyCodeLoading: 'requiredComponents',
  ...location,
  window: {
    navigationBarTitleText: '积分清单',
    navigationBarBackgroundColor: '#F4F6F3',
    navigationBarTextStyle: 'black',
    backgroundColor: '#F4F6F3',
    backgroundTextStyle: 'dark',
    // WeChat only: on H5 the wrapper of pull-down breaks sticky heads and fixed buttons.
    enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
  },
  tabBar: {
    // WeChat's own has words of 10 px, whatever the theme: each tab page brings its own.
    custom: true,
    color: '#5A6B62',
    selectedColor: '#1F7A4D',
    backgroundColor: '#FFFFFF',
    borderStyle: 'white',
    list: tabs.map(({ path, word }) => ({ pagePath: path, text: word })),
  },
});
