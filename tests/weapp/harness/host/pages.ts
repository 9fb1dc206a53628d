import type { AssociatedBackend, CodeSpace } from 'glass-easel-miniprogram-adapter';
import type { PageFacts, PageSettings, SharedCard, WeappPackage } from '../types';
import { showDialog } from './overlay';
import { resolvePath } from './sandbox';

type Query = Record<string, string>;
type Caller = Record<string, unknown>;
type Root = ReturnType<AssociatedBackend['createRoot']>;
type Hook = (...values: unknown[]) => unknown;

export type OpenPage = {
  path: string;
  query: Query;
  caller: Caller;
  root: Root;
  element: HTMLElement;
  title: string;
  /** Pulled down, and not stopped since: only the page itself ends that. */
  refreshing: boolean;
  mayShare: boolean;
  /** Asked before one goes back from here; null: nothing is. */
  leaveWords: string | null;
};

/** WeChat's limit on pages one above the other. */
const deepestStack = 10;

/** The pages that are open, the bar above them and the tabs below. */
export class PageStack {
  private stack: OpenPage[] = [];
  private tabs = new Map<string, OpenPage>();

  constructor(
    private weapp: WeappPackage,
    private backend: AssociatedBackend,
    private codeSpace: CodeSpace,
    private load: (path: string) => unknown,
  ) {}

  all(): OpenPage[] {
    return [...this.stack];
  }

  top(): OpenPage {
    const page = this.stack.at(-1);
    if (page === undefined) {
      throw new Error('no page is open');
    }
    return page;
  }

  facts(): PageFacts {
    const { path, query, title, refreshing } = this.top();
    return { path, query, title, refreshing };
  }

  settingsOf(path: string): PageSettings {
    return { ...this.weapp.app.window, ...this.weapp.settings[path] };
  }

  setTitle(title: string): void {
    this.top().title = title;
    this.showBars();
  }

  pullDown(): void {
    const page = this.top();
    if (page.refreshing) return;
    page.refreshing = true;
    this.hook('onPullDownRefresh');
  }

  stopPullDown(): void {
    this.top().refreshing = false;
  }

  allowSharing(allowed: boolean): void {
    this.top().mayShare = allowed;
  }

  /** What 转发 sends; null where the page offers none. WeChat adds what the page leaves out. */
  share(): SharedCard | null {
    const { caller, mayShare, path, query, title } = this.top();
    if (typeof caller.onShareAppMessage !== 'function' || !mayShare) return null;
    const given = (this.hook('onShareAppMessage', { from: 'menu' }) ?? {}) as Partial<SharedCard>;
    const search = Object.entries(query).map(([name, value]) => `${name}=${value}`);
    return { title, path: `/${path}?${search.join('&')}`, ...given };
  }

  navigateTo(url: string): void {
    const { path, query } = this.parse(url);
    this.refuseTab(path);
    if (this.stack.length >= deepestStack) {
      throw new Error('webview count limit exceed');
    }
    this.hideTop();
    this.push(path, query);
  }

  redirectTo(url: string): void {
    const { path, query } = this.parse(url);
    this.refuseTab(path);
    this.popTop();
    this.push(path, query);
  }

  reLaunch(url: string): void {
    const { path, query } = this.parse(url);
    const pages = new Set([...this.stack, ...this.tabs.values()]);
    this.stack = [];
    this.tabs.clear();
    for (const page of pages) {
      this.close(page);
    }
    this.push(path, query);
  }

  switchTab(url: string): void {
    const { path } = this.parse(url);
    if (!this.isTab(path)) {
      throw new Error(`can not switch to no-tabBar page ${path}`);
    }
    if (this.stack.at(-1)?.path === path) {
      return;
    }
    this.hideTop();
    for (const page of this.stack.splice(0)) {
      if (!this.isTab(page.path)) {
        this.close(page);
      }
    }
    const known = this.tabs.get(path);
    if (known === undefined) {
      this.push(path, {});
    } else {
      this.stack.push(known);
      this.showTop();
    }
  }

  /** By hand or by code: WeChat asks first where the page wants that. Other ways are not asked. */
  async goBack(delta: number): Promise<void> {
    const { leaveWords } = this.top();
    if (leaveWords !== null && this.stack.length > 1) {
      const { confirm } = await showDialog({ content: leaveWords });
      if (!confirm) return;
    }
    this.navigateBack(delta);
  }

  askBeforeLeaving(words: string | null): void {
    this.top().leaveWords = words;
  }

  private navigateBack(delta: number): void {
    const count = Math.min(delta, this.stack.length - 1);
    for (let left = count; left > 0; left -= 1) {
      this.popTop();
    }
    if (count > 0) {
      this.showTop();
    }
  }

  hook(name: string, ...values: unknown[]): unknown {
    const { caller } = this.top();
    const found = caller[name];
    return typeof found === 'function' ? (found as Hook).apply(caller, values) : undefined;
  }

  isTab(path: string): boolean {
    return this.weapp.app.tabBar?.list.some((tab) => tab.pagePath === path) === true;
  }

  private parse(url: string): { path: string; query: Query } {
    const [target = '', search = ''] = url.split('?');
    const path = resolvePath(this.stack.at(-1)?.path ?? '', target);
    if (this.weapp.settings[path] === undefined) {
      throw new Error(`page "${path}" is not found`);
    }
    const query = Object.fromEntries(
      search
        .split('&')
        .filter((pair) => pair !== '')
        .map((pair) => {
          const [name = '', ...value] = pair.split('=');
          return [name, value.join('=')];
        }),
    );
    return { path, query };
  }

  private refuseTab(path: string): void {
    if (this.isTab(path)) {
      throw new Error(`can not navigateTo a tabbar page ${path}`);
    }
  }

  private push(path: string, query: Query): void {
    this.load(path);
    const element = document.createElement('div');
    element.className = 'weapp-page';
    element.dataset.path = path;
    const placeholder = document.createElement('div');
    element.appendChild(placeholder);
    const frame = document.createElement('div');
    frame.className = 'weapp-frame';
    frame.appendChild(element);
    document.body.appendChild(frame);
    const root = this.backend.createRoot('wx-page', this.codeSpace, path);
    const caller = root.get() as unknown as Caller;
    const title = this.settingsOf(path).navigationBarTitleText ?? '';
    const state = { title, refreshing: false, mayShare: true, leaveWords: null };
    const page: OpenPage = { path, query, caller, root, element, ...state };
    Object.assign(caller, { route: path, __route__: path, options: query });
    this.stack.push(page);
    if (this.isTab(path)) {
      this.tabs.set(path, page);
    }
    type Parent = Parameters<Root['attach']>[0];
    root.attach(element as unknown as Parent, placeholder as unknown as Parent);
    this.hook('onLoad', query);
    this.showTop();
    this.hook('onReady');
  }

  private hideTop(): void {
    if (this.stack.length > 0) {
      this.hook('onHide');
      this.top().element.hidden = true;
    }
  }

  private showTop(): void {
    this.top().element.hidden = false;
    this.showBars();
    this.hook('onShow');
  }

  private popTop(): void {
    const page = this.stack.pop();
    if (page !== undefined) {
      this.tabs.delete(page.path);
      this.close(page);
    }
  }

  private close(page: OpenPage): void {
    const { onUnload } = page.caller;
    if (typeof onUnload === 'function') {
      onUnload.call(page.caller);
    }
    page.root.release();
    page.element.parentElement?.remove();
  }

  private showBars(): void {
    const { path, title } = this.top();
    const custom = this.settingsOf(path).navigationStyle === 'custom';
    const tabs = this.isTab(path) && this.weapp.app.tabBar?.custom !== true;
    document.body.dataset.bars = `${custom ? '' : 'title '}${tabs ? 'tabs' : ''}`;
    const bar = document.querySelector('.weapp-title');
    if (bar !== null) {
      bar.textContent = title;
    }
    for (const tab of document.querySelectorAll<HTMLElement>('.weapp-tab')) {
      tab.setAttribute('aria-selected', String(tab.dataset.path === path));
    }
  }
}
