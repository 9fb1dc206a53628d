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
} from './types';

export type WeappOptions = {
  /** The built mini-program: `dist/weapp`. */
  dist: string;
  /** Where `POST /functions/<name>` and `POST /storage/upload` are; none: every call fails. */
  backendUrl?: string;
  /** Who holds the phone. */
  openid: string;
  /** What an earlier run left in storage. */
  storage?: Record<string, unknown>;
  /** Names of the files it left among the app's own; what is in them nobody looks at. */
  files?: string[];
  viewport?: { width: number; height: number };
  launch?: Launch;
  phoneNumber?: string | null;
  location?: { latitude: number; longitude: number } | null;
  declines?: string[];
  letters?: PhoneSetup['letters'];
  reminders?: PhoneSetup['reminders'];
  platform?: PhoneSetup['platform'];
};

/** One command to the host in the window. */
export type Remote = (method: string, values: unknown[]) => Promise<unknown>;

type TextOptions = { exact?: boolean; nth?: number };

/** The innermost visible element whose whole text this is (`exact: false`: contains it). */
export function byText(value: string, options: TextOptions = {}): Locator {
  return { by: 'text', value, exact: true, ...options };
}

/** By aria role (as the WeChat build carries it) and accessible name. */
export function byRole(value: string, options: TextOptions & { name?: string } = {}): Locator {
  return { by: 'role', value, exact: true, ...options };
}

export function byPlaceholder(value: string, options: TextOptions = {}): Locator {
  return { by: 'placeholder', value, exact: true, ...options };
}

/** For what has neither text nor role. */
export function byCss(value: string, options: { nth?: number } = {}): Locator {
  return { by: 'css', value, exact: true, ...options };
}

const defaultTimeoutMs = 20_000;
const pollEveryMs = 20;

/** Repeats `attempt` until it stops throwing; then the last reason is thrown. */
export async function eventually<Value>(
  attempt: () => Promise<Value>,
  timeoutMs = defaultTimeoutMs,
): Promise<Value> {
  const deadlineMs = Date.now() + timeoutMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() >= deadlineMs) {
        throw error;
      }
    }
    await new Promise((resolve) => setTimeout(resolve, pollEveryMs));
  }
}

export function phoneSetup(options: WeappOptions, injectStyles: boolean): PhoneSetup {
  return {
    storage: options.storage ?? {},
    files: options.files ?? [],
    launch: options.launch ?? {},
    phoneNumber: options.phoneNumber ?? null,
    location: options.location ?? null,
    declines: options.declines ?? [],
    letters: options.letters ?? { fontSizeSetting: 16 },
    reminders: options.reminders ?? {},
    platform: options.platform ?? 'android',
    viewport: options.viewport ?? { width: 360, height: 740 },
    injectStyles,
  };
}

type Ask = <Value>(method: string, ...values: unknown[]) => Promise<Value>;

/** Looking at the page and waiting for it. */
function eyes(ask: Ask) {
  return {
    page: () => ask<PageFacts>('page'),
    depth: () => ask<number>('depth'),
    text: () => ask<string>('text'),
    html: () => ask<string>('html'),
    find: (locator: Locator) => ask<Found[]>('find', locator),
    one: (locator: Locator) => eventually(() => ask<Found>('one', locator)),
    /** Waits for an element, or for a text somewhere on the page, whatever its spaces. */
    waitFor: (wanted: Locator | string, options: { timeoutMs?: number } = {}) =>
      eventually(async () => {
        if (typeof wanted !== 'string') {
          await ask<Found>('one', wanted);
          return;
        }
        const text = await ask<string>('text');
        // A sentence with a value in it stands in several text nodes, with a space between them.
        if (!text.replace(/\s/g, '').includes(wanted.replace(/\s/g, ''))) {
          throw new Error(`"${wanted}" does not appear; the page says: ${text}`);
        }
      }, options.timeoutMs),
    waitForPage: (path: string) =>
      eventually(async () => {
        const facts = await ask<PageFacts>('page');
        if (facts.path !== path) {
          throw new Error(`the page is ${facts.path}, not ${path}`);
        }
      }),
  };
}

type Picked = { bytes: Uint8Array; name: string };

/** What the phone's own apps answer, and how they refuse. */
function device(ask: Ask) {
  const sent = ({ bytes, name }: Picked) => ({
    base64: Buffer.from(bytes).toString('base64'),
    name,
  });
  return {
    /** Answers the next wx.scanCode: a plain code's text; null: the person closes the scanner. */
    scan: (scanned: string | Scanned | null) =>
      ask<void>('scan', typeof scanned === 'string' ? { result: scanned } : scanned),
    chooseImage: (bytes: Uint8Array) =>
      ask<void>('chooseImages', [sent({ bytes, name: 'photo.jpg' })]),
    /** Several at once, by name; null: the person closes the chooser. */
    chooseImages: (picked: Picked[] | null) =>
      ask<void>('chooseImages', picked === null ? null : picked.map(sent)),
    chooseFile: (bytes: Uint8Array, name: string) =>
      ask<void>('chooseFile', sent({ bytes, name }).base64, name),
    /** The next call of this API fails. `getPhoneNumber` with `no code`: an old WeChat. */
    letFail: (api: string, failure: Failure) => ask<void>('letFail', api, failure),
    /** What the person will have switched when the settings were opened. */
    setLetters: (letters: PhoneSetup['letters']) => ask<void>('setLetters', letters),
    changeInSettings: (changed: Record<string, boolean>) => ask<void>('changeInSettings', changed),
    storageFull: (full: boolean) => ask<void>('storageFull', full),
    /** Paths of all files on the phone. */
    files: () => ask<string[]>('files'),
    file: async (path: string) => Buffer.from(await ask<string>('file', path), 'base64'),
    /** Every file of the phone is gone: it was cleaned up. */
    loseFiles: () => ask<void>('loseFiles'),
    storage: () => ask<Record<string, unknown>>('storage'),
    /** What the app asked of the phone: makePhoneCall, previewImage, … */
    deviceCalls: () => ask<DeviceCall[]>('deviceCalls'),
  };
}

/** A phone that runs the mini-program. Every deed waits up to 20 s for its element. */
export type Weapp = ReturnType<typeof makeWeapp>;

/** @param tap how this window is tapped; @param close what ends it */
export function makeWeapp(
  remote: Remote,
  tap: (locator: Locator) => Promise<void>,
  close: () => Promise<void>,
) {
  const ask = <Value>(method: string, ...values: unknown[]) =>
    remote(method, values) as Promise<Value>;
  return {
    ...eyes(ask),
    ...device(ask),
    byText,
    byRole,
    byPlaceholder,
    byCss,
    tap: (locator: Locator) => eventually(() => tap(locator)),
    longPress: (locator: Locator) => eventually(() => ask<void>('longPress', locator)),
    input: (locator: Locator, text: string) => eventually(() => ask<void>('input', locator, text)),
    /** Key by key, after what stands there. */
    typeKeys: (locator: Locator, text: string) =>
      eventually(() => ask<Found>('one', locator)).then(() => ask<void>('typeKeys', locator, text)),
    /** A slow phone: what the app gives a field arrives this late. */
    lateEcho: (ms: number) => ask<void>('lateEcho', ms),
    /** Chooses in a picker: an index, or a date or time as text. */
    pick: (locator: Locator, value: string | number) =>
      eventually(() => ask<void>('pick', locator, value)),
    tab: (text: string) => eventually(() => ask<void>('tab', text)),
    online: (online: boolean) => ask<void>('online', online),
    /** By the bar above the page. */
    back: () => ask<void>('back'),
    /** By Android's key, which knows pages and nothing that floats above one. */
    backKey: () => ask<void>('backKey'),
    pullDown: () => ask<void>('pullDown'),
    reachBottom: () => ask<void>('reachBottom'),
    /** What 转发 would send from this page; null where it offers none. */
    share: () => ask<SharedCard | null>('share'),
    /** The person goes to another app for so many seconds (after five WeChat stops its calls). */
    hide: (seconds?: number) => ask<void>('hide', seconds),
    /** And comes back; the app is told of its old opening once more. */
    show: () => ask<void>('show'),
    /** A code is scanned or a card opened outside while the app is in memory. */
    openAgain: (launch: Launch) => ask<void>('openAgain', launch),
    /** WeChat has downloaded a newer release. */
    updateReady: () => ask<void>('updateReady'),
    asking: () => ask<number>('asking'),
    setDataStats: () => ask<SetDataStats>('setDataStats'),
    resetSetDataStats: () => ask<void>('resetSetDataStats'),
    /** From the start of the app's code to its first data in the window; null before that. */
    firstRenderMs: () => ask<number | null>('firstRenderMs'),
    /** Errors nothing caught. */
    errors: () => ask<string[]>('errors'),
    close,
  };
}
