import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { browserCacheDirectory, findBrowser } from './browser-binary';
import { writeFontsFile } from './browser-fonts';

export type Phone = { page: Page; context: BrowserContext; errors: string[] };

export type PhoneOptions = {
  url: string;
  width?: number;
  height?: number;
  /** Starts in the large-type theme. */
  elder?: boolean;
  /** Entries of the app's own storage (Taro.setStorageSync), set before the app starts. */
  storage?: Record<string, unknown>;
};

/** The key under which the app keeps the choice of the large-type theme. */
export const elderStorageKey = 'elder';

const launchFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/**
 * Starts a headless Chromium with the project's fonts. The caller closes it.
 * @throws a sentence for the person at the terminal when no browser can be had
 */
export async function openBrowser(): Promise<Browser> {
  const { executable, environment } = await findBrowser();
  const fontsFile = writeFontsFile(browserCacheDirectory());
  return chromium.launch({
    executablePath: executable,
    headless: true,
    args: launchFlags,
    env: { ...definedEnvironment(), ...environment, FONTCONFIG_FILE: fontsFile },
  });
}

/**
 * Opens one phone: its own storage, touch, 360 × 740 CSS px unless told otherwise.
 * `errors` collects what the page throws and what it logs as errors, for tests to assert on.
 */
export async function openPhone(browser: Browser, options: PhoneOptions): Promise<Phone> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 360, height: options.height ?? 740 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const storage = { ...options.storage, ...(options.elder && { [elderStorageKey]: true }) };
  await context.addInitScript((entries: Record<string, unknown>) => {
    for (const [key, data] of Object.entries(entries)) {
      // Taro keeps storage on H5 as {"data": …}; what the person changes later must stay.
      if (localStorage.getItem(key) === null) {
        localStorage.setItem(key, JSON.stringify({ data }));
      }
    }
  }, storage);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') {
      errors.push(message.text());
    }
  });
  await page.goto(options.url);
  return { page, context, errors };
}

function definedEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env);
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
