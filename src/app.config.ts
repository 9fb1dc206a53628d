export default defineAppConfig({
  pages: [
    'pages/board/index',
    'pages/points/index',
    'pages/shop/index',
    'pages/lists/index',
    'pages/mine/index',
  ],
  lazyCodeLoading: 'requiredComponents',
  window: {
    navigationBarTitleText: '积分清单',
    navigationBarBackgroundColor: '#F4F6F3',
    navigationBarTextStyle: 'black',
    backgroundColor: '#F4F6F3',
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    color: '#5A6B62',
    selectedColor: '#1F7A4D',
    backgroundColor: '#FFFFFF',
    borderStyle: 'white',
    list: [
      { pagePath: 'pages/board/index', text: '公开', ...icon('board') },
      { pagePath: 'pages/points/index', text: '积分', ...icon('points') },
      { pagePath: 'pages/shop/index', text: '超市', ...icon('shop') },
      { pagePath: 'pages/lists/index', text: '清单', ...icon('lists') },
      { pagePath: 'pages/mine/index', text: '我的', ...icon('mine') },
    ],
  },
});

function icon(name: string) {
  return {
    iconPath: `assets/tabs/${name}.png`,
    selectedIconPath: `assets/tabs/${name}-active.png`,
  };
}
