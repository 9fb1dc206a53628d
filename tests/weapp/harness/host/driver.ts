import type {
  DeviceCall,
  Failure,
  Found,
  Launch,
  Locator,
  PageFacts,
  PhoneSetup,
  Scanned,
  SetDataStats,
  SharedCard,
} from '../types';
import { type DrivenElement, fire } from './elements';
import type { AppLife } from './life';
import { describe, findAll, findOne, shownText } from './locate';
import type { PageStack } from './pages';
import { base64ToBytes, bytesToBase64, type PhoneState } from './state';

/** What a test can do to the phone, in values that survive JSON. */
export type Driver = ReturnType<typeof makeDriver>;

function mouse(target: HTMLElement, type: string): void {
  const { x, y, width, height } = target.getBoundingClientRect();
  const place = { clientX: x + width / 2, clientY: y + height / 2 };
  target.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, ...place }));
}

function tap(target: HTMLElement): void {
  mouse(target, 'mousedown');
  mouse(target, 'mouseup');
  mouse(target, 'click');
}

/** Types into the field itself or the one inside the element. */
function fieldOf(element: HTMLElement): HTMLInputElement | HTMLTextAreaElement {
  const field = element.matches('input,textarea')
    ? element
    : element.querySelector<HTMLElement>('input,textarea');
  if (field === null) {
    throw new Error('there is no field to type into');
  }
  return field as HTMLInputElement;
}

function type(element: HTMLElement, text: string): void {
  const field = fieldOf(element);
  field.dispatchEvent(new FocusEvent('focus'));
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new FocusEvent('blur'));
}

const keyEveryMs = 20;

/** Key by key, as fast as somebody used to it types; nothing that stands there is taken away. */
async function typeKeys(element: HTMLElement, text: string): Promise<void> {
  const field = fieldOf(element);
  field.dispatchEvent(new FocusEvent('focus'));
  for (const key of text) {
    field.value += key;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, keyEveryMs));
  }
  field.dispatchEvent(new FocusEvent('blur'));
}

/** Of WeChat's own bar or, where there is none, of the one that the page in front brings. */
function tabOf(text: string): HTMLElement {
  const own = document.body.dataset.bars?.includes('tabs') === true;
  const shown = own ? '.weapp-tabs' : '.weapp-page:not([hidden])';
  const tabs = [...document.querySelectorAll<HTMLElement>(`${shown} [role="tab"]`)];
  const found = tabs.find((tab) => {
    const name = tab.getAttribute('aria-label') ?? tab.textContent ?? '';
    return name.split(',')[0] === text;
  });
  if (found === undefined) throw new Error(`no tab "${text}" is shown`);
  return found;
}

export function makeDriver(state: PhoneState, pages: PageStack, life: AppLife) {
  return {
    ...elementDeeds(),
    ...phoneDeeds(state),
    ...pageDeeds(pages),
    ...lifeDeeds(state, life, pages),
  };
}

/** Looking at the page and touching it. */
function elementDeeds() {
  return {
    text: (): string => shownText(),
    find: (locator: Locator): Found[] => findAll(locator).map(describe),
    one: (locator: Locator): Found => describe(findOne(locator)),
    reveal: (locator: Locator): Found => {
      const element = findOne(locator);
      element.scrollIntoView?.({ block: 'center' });
      return describe(element);
    },
    tap: (locator: Locator): void => tap(findOne(locator)),
    longPress: (locator: Locator): void => {
      const element = findOne(locator).closest<DrivenElement>('*');
      if (element !== null) {
        fire(element, 'longpress', {}, true);
      }
    },
    input: (locator: Locator, text: string): void => type(findOne(locator), text),
    typeKeys: (locator: Locator, text: string) => typeKeys(findOne(locator), text),
    pick: (locator: Locator, value: string | number): void => {
      const picker = findOne(locator).closest('wx-picker');
      (picker as unknown as { pick: (value: string | number) => void } | null)?.pick(value);
    },
    tabPlace: (text: string): Found['rect'] => describe(tabOf(text)).rect,
    tab: (text: string): void => {
      tap(tabOf(text));
    },
  };
}

/** What the person and the world do to the phone, and what the phone has noted. */
function phoneDeeds(state: PhoneState) {
  return {
    scan: (scanned: Scanned | null): void => state.scans.give(scanned),
    chooseImages: (picked: { base64: string; name: string }[] | null): void => {
      const files = picked?.map(({ base64, name }) => ({ name, bytes: base64ToBytes(base64) }));
      state.images.give(files ?? null);
    },
    letFail: (api: string, failure: Failure): void => state.letFail(api, failure),
    setLetters: (letters: PhoneSetup['letters']): void => {
      state.setup.letters = letters;
    },
    changeInSettings: (changed: Record<string, boolean>): void => {
      state.changedInSettings = changed;
    },
    lateEcho: (ms: number): void => {
      state.echoMs = ms;
    },
    storageFull: (full: boolean): void => {
      state.full = full;
    },
    files: (): string[] => [...state.files.keys()],
    file: (path: string): string => bytesToBase64(state.fileOf(path)),
    loseFiles: (): void => state.files.clear(),
    chooseFile: (base64: string, name: string): void => {
      state.documents.give({ name, bytes: base64ToBytes(base64) });
    },
    online: (online: boolean): void => state.setOnline(online),
    storage: (): Record<string, unknown> =>
      Object.fromEntries([...state.storage].map(([key, text]) => [key, JSON.parse(text)])),
    asking: (): number => state.asking,
    setDataStats: (): SetDataStats => ({ ...state.setData }),
    resetSetDataStats: (): void => {
      Object.assign(state.setData, { calls: 0, bytes: 0, largestBytes: 0 });
    },
    firstRenderMs: (): number | null => state.firstRenderMs,
    deviceCalls: (): DeviceCall[] => [...state.calls],
    errors: (): string[] => [...state.errors],
    close: (): void => {
      state.closed = true;
    },
  };
}

/** Moving about the pages, as WeChat's own bars and gestures do. */
function pageDeeds(pages: PageStack) {
  return {
    page: (): PageFacts => pages.facts(),
    depth: (): number => pages.all().length,
    html: (): string => pages.top().element.innerHTML,
    back: (): void => void pages.goBack(1),
    pullDown: (): void => {
      if (pages.settingsOf(pages.facts().path).enablePullDownRefresh !== true) {
        throw new Error(`${pages.facts().path} does not enable pull-down refresh`);
      }
      pages.pullDown();
    },
    share: (): SharedCard | null => pages.share(),
    reachBottom: (): void => {
      pages.hook('onReachBottom');
    },
  };
}

/** The background, and what WeChat itself does to an app. */
function lifeDeeds(state: PhoneState, life: AppLife, pages: PageStack) {
  return {
    /** Android's key: a page back, whatever floats above it; from the lowest out of the app. */
    backKey: (): void => {
      if (pages.all().length > 1) void pages.goBack(1);
      else life.hide();
    },
    hide: (seconds?: number): void => life.hide(seconds),
    show: (): void => life.show(),
    openAgain: (launch: Launch): void => life.openAgain(launch),
    updateReady: (): void => {
      for (const listener of state.updateListeners) listener();
    },
  };
}
