import type { Launch } from '../types';
import type { PageStack } from './pages';
import type { PhoneState } from './state';

type Hooks = Record<string, ((...values: unknown[]) => unknown) | undefined>;

/** WeChat lets code and calls of an app in the background run on for this long. */
const awakeInBackgroundSeconds = 5;

/** What opens above the app and covers it: WeChat then hides it and shows it again. */
const coveringApis = [
  'previewImage',
  'previewMedia',
  'chooseMedia',
  'chooseImage',
  'chooseMessageFile',
  'scanCode',
  'openDocument',
  'shareFileMessage',
  'openLocation',
  'chooseLocation',
  'openSetting',
  'makePhoneCall',
];

/** What WeChat tells an app about how it was opened. 1001: from the recent list. */
function openingFacts(launch: Launch, firstPage: string): Record<string, unknown> {
  return {
    path: launch.path ?? firstPage,
    query: launch.query ?? {},
    scene: launch.scene ?? 1001,
    referrerInfo: {},
    shareTicket: '',
  };
}

/** From the launch to the background and back, in the order in which WeChat tells of it. */
export class AppLife {
  private hidden = false;
  private launched: Record<string, unknown>;
  /** How the app was opened last: told again each time it is shown, however long ago it was. */
  private entered: Record<string, unknown>;

  constructor(
    private state: PhoneState,
    private pages: PageStack,
    private app: () => Hooks,
    private firstPage: string,
  ) {
    this.launched = openingFacts(state.setup.launch, firstPage);
    this.entered = this.launched;
  }

  launchFacts = () => ({ ...this.launched });
  enterFacts = () => ({ ...this.entered });

  launch(): void {
    this.app().onLaunch?.(this.launchFacts());
    this.app().onShow?.(this.enterFacts());
    this.openEntered();
  }

  /** @param seconds until it is shown again: after five its code sleeps and its calls have ended */
  hide(seconds = 1): void {
    if (this.hidden) throw new Error('the app is in the background already');
    this.hidden = true;
    this.pages.hook('onHide');
    this.app().onHide?.();
    if (seconds > awakeInBackgroundSeconds) this.state.fallAsleep();
  }

  /** Back to the pages that were open. */
  show(): void {
    if (!this.hidden) throw new Error('the app is not in the background');
    this.hidden = false;
    this.app().onShow?.(this.enterFacts());
    this.pages.hook('onShow');
    this.state.wake();
  }

  /**
   * A code is scanned or a card is opened while the app is in memory: nothing is launched, the
   * page of the code opens anew and all others close.
   */
  openAgain(launch: Launch): void {
    if (!this.hidden) this.hide();
    this.hidden = false;
    this.entered = openingFacts(launch, this.firstPage);
    this.app().onShow?.(this.enterFacts());
    this.openEntered();
    this.state.wake();
  }

  /** The same functions, but what covers the app hides it meanwhile. */
  covering(apis: Record<string, unknown>): Record<string, unknown> {
    const wrapped = coveringApis.flatMap((name) => {
      const run = apis[name] as ((options?: Hooks) => unknown) | undefined;
      return run ? [[name, this.covered(run)] as const] : [];
    });
    return { ...apis, ...Object.fromEntries(wrapped) };
  }

  private covered(run: (options?: Hooks) => unknown) {
    return (options: Hooks = {}) => {
      const covers = !this.hidden;
      if (covers) this.hide();
      // Asked from a hidden app it has been shown by what hid it.
      const uncover = () => {
        if (covers && this.hidden && !this.state.closed) this.show();
      };
      const { success, fail, complete } = options;
      if (!success && !fail && !complete) {
        return (run(options) as Promise<unknown>).finally(uncover);
      }
      const uncovered = (tell: Hooks[string]) => (result: unknown) => {
        uncover();
        return tell?.(result);
      };
      return run({ ...options, success: uncovered(success), fail: uncovered(fail) });
    };
  }

  private openEntered(): void {
    const { path, query } = this.entered as { path: string; query: Record<string, string> };
    const search = Object.entries(query).map(([name, value]) => `${name}=${value}`);
    this.pages.reLaunch(`/${path}?${search.join('&')}`);
  }
}
