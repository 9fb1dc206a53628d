import type { WeappPackage } from '../types';

const styles = `
html, body { margin: 0; height: 100%; overflow: hidden; font-family: sans-serif; }
.weapp-title {
  display: none;
  height: 44px;
  line-height: 44px;
  text-align: center;
  font-size: 17px;
  background: #f4f6f3;
}
[data-bars*="title"] .weapp-title { display: block; }
.weapp-frame {
  position: absolute;
  inset: 0;
  /* What is fixed is fixed to the page's window, between the bars: these stay in reach. */
  transform: translateZ(0);
  pointer-events: none;
}
[data-bars*="title"] .weapp-frame { top: 44px; }
[data-bars*="tabs"] .weapp-frame { bottom: 54px; }
.weapp-page {
  position: absolute;
  inset: 0;
  overflow-y: auto;
  -webkit-overflow-scrolling: touch;
  pointer-events: auto;
}
.weapp-page[hidden] { display: none; }
.weapp-tabs {
  display: none;
  position: absolute;
  left: 0;
  right: 0;
  bottom: 0;
  height: 54px;
  background: #fff;
  border-top: 1px solid #e3e7e2;
}
[data-bars*="tabs"] .weapp-tabs { display: flex; }
.weapp-tab { flex: 1; text-align: center; font-size: 11px; padding-top: 5px; }
.weapp-tab img { display: block; width: 27px; height: 27px; margin: 0 auto; }
.weapp-tab[aria-selected="true"] .weapp-tab-normal,
.weapp-tab[aria-selected="false"] .weapp-tab-active { display: none; }
wx-page, wx-view, wx-form, wx-scroll-view, wx-swiper, wx-label, wx-checkbox-group,
wx-radio-group, wx-picker, wx-cover-view, wx-root-portal { display: block; }
wx-scroll-view { box-sizing: border-box; }
wx-text { white-space: pre-line; }
wx-image { display: inline-block; width: 320px; height: 240px; overflow: hidden; }
wx-image > img { width: 100%; height: 100%; display: block; }
wx-image[data-mode="aspectFill"] > img { object-fit: cover; }
wx-image[data-mode="aspectFit"] > img { object-fit: contain; }
wx-image[data-mode="widthFix"] { height: auto; }
wx-image[data-mode="widthFix"] > img { height: auto; }
wx-button {
  display: block;
  box-sizing: border-box;
  text-align: center;
  font-size: 18px;
  line-height: 2.55;
  padding: 0 14px;
  border-radius: 5px;
  background: #f8f8f8;
  color: #000;
}
wx-button[disabled] { opacity: 0.5; }
wx-input, wx-textarea { display: block; }
.weapp-field {
  border: 0;
  outline: 0;
  padding: 0;
  margin: 0;
  width: 100%;
  height: 100%;
  background: transparent;
  font: inherit;
  color: inherit;
  text-align: inherit;
  resize: none;
}
wx-switch, wx-checkbox, wx-radio { display: inline-block; min-width: 20px; min-height: 20px; }
.weapp-toast, .weapp-dialog, .weapp-sheet {
  position: fixed;
  z-index: 20000;
  left: 50%;
  transform: translate(-50%, -50%);
  box-sizing: border-box;
}
.weapp-toast {
  top: 45%;
  max-width: 80%;
  padding: 12px 16px;
  border-radius: 8px;
  background: rgba(40, 40, 40, 0.9);
  color: #fff;
}
.weapp-dialog {
  top: 45%;
  width: 300px;
  padding: 20px;
  border-radius: 12px;
  background: #fff;
  box-shadow: 0 0 0 100vmax rgba(0, 0, 0, 0.5);
}
.weapp-sheet {
  top: auto;
  bottom: 0;
  width: 100%;
  transform: translateX(-50%);
  background: #fff;
  box-shadow: 0 0 0 100vmax rgba(0, 0, 0, 0.5);
}
.weapp-dialog-title { font-weight: bold; text-align: center; margin-bottom: 8px; }
.weapp-dialog-button, .weapp-sheet-line { padding: 14px; text-align: center; color: #1f7a4d; }
`;

/** The bar above the pages and the tabs below, as WeChat draws them. */
export function drawBars(weapp: WeappPackage, onTab: (path: string) => void): void {
  const style = document.createElement('style');
  style.textContent = styles;
  document.head.appendChild(style);
  const title = document.createElement('div');
  title.className = 'weapp-title';
  const tabs = document.createElement('div');
  tabs.className = 'weapp-tabs';
  tabs.setAttribute('role', 'tablist');
  for (const tab of weapp.app.tabBar?.list ?? []) {
    const item = document.createElement('div');
    item.className = 'weapp-tab';
    item.dataset.path = tab.pagePath;
    item.setAttribute('role', 'tab');
    item.append(icon(weapp, tab.iconPath, 'normal'), icon(weapp, tab.selectedIconPath, 'active'));
    item.append(tab.text);
    item.addEventListener('click', () => onTab(tab.pagePath));
    tabs.appendChild(item);
  }
  document.body.append(title, tabs);
}

function icon(weapp: WeappPackage, path: string | undefined, state: string): HTMLElement {
  const image = document.createElement('img');
  image.alt = '';
  image.className = `weapp-tab-${state}`;
  image.src = weapp.assets[path ?? ''] ?? '';
  return image;
}
