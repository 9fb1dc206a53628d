/** The pages of the tab bar, in their order; `app.config` and the bar itself follow this. */
export const tabs = [
  { path: 'pages/board/index', word: '公开' },
  { path: 'pages/points/index', word: '积分' },
  { path: 'pages/shop/index', word: '超市' },
  { path: 'pages/lists/index', word: '清单' },
  { path: 'pages/me/index', word: '我的' },
] as const;

export type TabPath = (typeof tabs)[number]['path'];

/** Which tab a page is, by its path with or without the slash; null for all other pages. */
export function tabAt(path: string | undefined): TabPath | null {
  const bare = path?.replace(/^\//, '').split('?')[0];
  return tabs.find((tab) => tab.path === bare)?.path ?? null;
}
