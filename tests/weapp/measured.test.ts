import path from 'node:path';
import type { Browser } from 'playwright-core';
import { measurePage, type Rules, rulesOf, type Theme } from '../../config/run/measure';
import { prepareScenery } from '../../config/run/pictures/prepare';
import type { Facts, Screen } from '../../config/run/pictures/screen';
import { screens } from '../../config/run/pictures/screens';
import { quickSeed } from '../../config/run/quick-seed';
import { appPages } from '../support/app-pages';
import { openBrowser } from '../support/browser';
import { openTestCloud } from '../support/test-cloud';
import { type BrowserWeapp, openWeappInBrowser } from './harness/browser';
import { eventually } from './harness/weapp';

/**
 * Every page at 360 px as the people who use it see it, in both themes: what is tapped is large
 * enough, what is read is large and dark enough, nothing is cut off, lies on anything else or
 * stands out of the screen. What counts as a main target is said in `measure/in-page/main`.
 */

const dist = path.resolve(__dirname, '../../dist/weapp');
const walkTimeoutMs = 240_000;
const width = 360;

let facts: Facts;
let browser: Browser;

beforeAll(async () => {
  const cloud = await openTestCloud({ history: true });
  facts = { ...cloud, ...(await prepareScenery(cloud)) };
  browser = await openBrowser();
}, walkTimeoutMs);

afterAll(async () => {
  await browser?.close();
  await facts?.stop();
});

const pageOf = (screen: Screen) => screen.path(facts).split('?')[0] ?? '';

/** Of each page what comes first of these. */
const oneOfEach = (all: readonly Screen[] = screens) =>
  all.filter((screen, at) => all.findIndex((each) => pageOf(each) === pageOf(screen)) === at);

/** What an address alone opens; `npm run pictures` measures what is done there besides. */
function opened(): readonly Screen[] {
  const alone = screens.filter(({ act }) => act === undefined);
  const others = oneOfEach().filter((each) => !alone.some((one) => pageOf(one) === pageOf(each)));
  return [...alone, ...others];
}

const restMs = 40;

/** Nothing is asked any more, nothing has changed since the last look. */
async function atRest(phone: BrowserWeapp): Promise<void> {
  await eventually(async () => {
    const before = await phone.html();
    expect(before).not.toContain('skeleton');
    await phone.browserPage.waitForTimeout(restMs);
    expect([await phone.asking(), await phone.html()]).toEqual([0, before]);
  });
}

/** Of each page the state with the most on it, as the pictures have them: the last. */
const fullest = () => oneOfEach([...opened()].reverse());

type Walk = { theme: Theme; rules?: Rules; letters?: number; wanted: readonly Screen[] };

const openAs = (openid: string, { theme, letters }: Omit<Walk, 'wanted'>) =>
  openWeappInBrowser(browser, {
    ...{ dist, openid, backendUrl: facts.url, storage: { elder: theme === 'elder' } },
    ...{ viewport: { width, height: 740 }, letters: { fontSizeScaleFactor: letters } },
  });

/** What is wrong on the way, each with the screen it is on. */
async function walk({ theme, rules = rulesOf[theme], letters, wanted }: Walk): Promise<string[]> {
  const flaws: string[] = [];
  for (const openid of new Set(wanted.map((screen) => screen.who(facts)))) {
    const phone = await openAs(openid, { theme, letters });
    for (const screen of wanted.filter(({ who }) => who(facts) === openid)) {
      const [page = '', search = ''] = screen.path(facts).split('?');
      await phone.openAgain({ path: page, query: Object.fromEntries(new URLSearchParams(search)) });
      await atRest(phone);
      const found = await measurePage(phone.browserPage, rules);
      flaws.push(...found.map((flaw) => `${screen.name}: ${flaw}`));
    }
    expect(await phone.errors()).toEqual([]);
    await phone.close();
  }
  return flaws;
}

/** What WeChat tells at its largest letters is more than either theme bears. */
const largest = 2;

test('every page of the app is measured', () => {
  expect(new Set(opened().map(pageOf))).toEqual(new Set(appPages()));
});

/** `npm run prove` walks all four ways; here each theme is walked once, in turns by the seed. */
const isWhole = process.env.MEASURED === 'whole';
const isTurn = (at: number) => isWhole || at === quickSeed % 2;
const bodyOfLargest: Record<Theme, number> = { normal: 22, elder: 30 };
const themes: readonly Theme[] = ['normal', 'elder'];

test.each(themes.filter((_, at) => isTurn(at)))(
  'in the %s theme every page is large, dark and wide enough',
  async (theme) => {
    expect(await walk({ theme, wanted: opened() })).toEqual([]);
  },
  walkTimeoutMs,
);

test.each(themes.filter((_, at) => isTurn(1 - at)))(
  'with WeChat’s largest letters the %s theme has larger words, and room for them',
  async (theme) => {
    const rules = { ...rulesOf[theme], body: bodyOfLargest[theme] };
    expect(await walk({ theme, rules, letters: largest, wanted: fullest() })).toEqual([]);
  },
  walkTimeoutMs,
);
