/** The pages of the tab bar, in their order; `app.config` and the bar itself follow this. */
export const tabs = [
  { path: 'pages/board/index', word: '公开' },
  { path: 'pages/points/index', word: '积分' },
  { path: 'pages/shop/index', word: '超市' },
  { path: 'pages/lists/index', word: '清单' },
  { path: 'pages/me/index', word: '我的' },
] as const;

export type TabPath = (typeof tabs)[number]['path'];
