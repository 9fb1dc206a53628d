/** `dist/weapp`, compiled so that a window without file access can run it. */
export type WeappPackage = {
  app: AppSettings;
  /** Settings of pages and components, by path without extension. */
  settings: Record<string, PageSettings>;
  /** JavaScript source of an object: path → template generator (glass-easel). */
  templates: string;
  scripts: Record<string, string>;
  styles: Record<string, string>;
  /** Images as data addresses, by path. */
  assets: Record<string, string>;
};

export type AppSettings = {
  pages: string[];
  window?: PageSettings;
  subPackages?: { root: string; pages: string[] }[];
  subpackages?: { root: string; pages: string[] }[];
  tabBar?: {
    /** The mini-program draws its own: WeChat leaves the foot of the window to the page. */
    custom?: boolean;
    color?: string;
    selectedColor?: string;
    list: { pagePath: string; text: string; iconPath?: string; selectedIconPath?: string }[];
  };
};

export type PageSettings = {
  component?: boolean;
  usingComponents?: Record<string, string>;
  navigationBarTitleText?: string;
  navigationStyle?: string;
  enablePullDownRefresh?: boolean;
};

/** Where the mini-program is opened from: a shared card, a scanned code, the recent list. */
export type Launch = { path?: string; query?: Record<string, string>; scene?: number };

export type PhoneSetup = {
  storage: Record<string, unknown>;
  files: string[];
  launch: Launch;
  /** Answer of the phone-number button; null: the person declines. */
  phoneNumber: string | null;
  /** Where the phone is; null: it does not find out. */
  location: { latitude: number; longitude: number } | null;
  /** Permissions the person refuses when asked: `scope.userLocation`, `scope.camera`. */
  declines: string[];
  /** What WeChat tells of the size of its letters; older ones tell one of the two, or neither. */
  letters: { fontSizeScaleFactor?: number; fontSizeSetting?: number };
  /** What somebody answers to being reminded, by the template's id; 允许 where nothing is said. */
  reminders: Record<string, 'accept' | 'reject' | 'ban'>;
  platform: 'android' | 'ios';
  viewport: { width: number; height: number };
  /** Without a real layout engine styles cost time and change nothing. */
  injectStyles: boolean;
};

export type BackendRequest = {
  path: string;
  contentType: string;
  /** Binary bodies travel as base64 between the driver and the window. */
  body: { text: string } | { base64: string };
};
export type BackendAnswer = { status: number; text: string };

export type Locator = {
  by: 'text' | 'role' | 'placeholder' | 'css';
  value: string;
  /** With a role: the accessible name. */
  name?: string;
  /** Equal, or (false) contained. */
  exact: boolean;
  /** Which one when several match, from 0. Without it several matches are an error. */
  nth?: number;
};

export type Found = {
  text: string;
  role: string;
  name: string;
  disabled: boolean;
  value: string;
  rect: { x: number; y: number; width: number; height: number };
};

export type PageFacts = {
  path: string;
  query: Record<string, string>;
  title: string;
  /** Pulled down and not sprung back yet. */
  refreshing: boolean;
};

/** What 转发 puts into a chat. */
export type SharedCard = { title: string; path: string; imageUrl?: string };

export type SetDataStats = { calls: number; bytes: number; largestBytes: number };

/** How an API fails: the words after `name:fail `, and WeChat's number where it has one. */
export type Failure = { message: string; errno?: number };

/** What the scanner reads. `path` only for a code of the mini-program itself. */
export type Scanned = { result?: string; path?: string; scanType?: 'QR_CODE' | 'WX_CODE' };

export type DeviceCall = { api: string; options: unknown };

/** Marks a node whose template catches touchmove: the document alone does not tell. */
export const catchesMove = 'catches-move';
