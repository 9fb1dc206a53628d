import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { projectDirectory } from '../project-directory';
import { startPhones } from '../start/start-phones';
import type { Facts } from './screen';
import { screens } from './screens';
import { type Flaw, takePictures } from './take-pictures';

const shown = ['board', 'points', 'record', 'keeper', 'matter'];
const directory = path.join(projectDirectory, 'config/readme');
const largestBytes = 120 * 1024;
const firstPort = 28_800;

/** The cadre's phone shows what it is for, so that the three differ at a glance. */
async function composeStartPage(page: Page): Promise<void> {
  const frames = page.frames().filter((frame) => frame !== page.mainFrame());
  await Promise.all(frames.map((frame) => frame.locator('.page').first().waitFor()));
  await page.locator('#turn:not(:empty)').waitFor();
  for (const [index, job] of [/^现场记分/, /^核销/].entries()) {
    const phone = page.frameLocator('iframe').nth(index + 1);
    await phone.getByRole('button', { name: job }).click();
    await phone
      .getByText(index === 0 ? '扫户码' : '等着来取')
      .first()
      .waitFor();
  }
  for (const frame of frames) {
    await frame.waitForFunction(() => {
      const all = [...document.querySelectorAll('.taro_page, .skeleton, img')];
      const shown = all.filter((each) => each.checkVisibility());
      return (
        shown.filter((each) => each.matches('.taro_page')).length === 1 &&
        shown.every((each) => !each.matches('.skeleton')) &&
        shown.every((each) => !(each instanceof HTMLImageElement) || each.complete)
      );
    });
  }
}

async function takeStartPage(browser: Browser, facts: Facts, distH5: string): Promise<void> {
  const phones = await startPhones({
    cloudUrl: facts.url,
    client: facts.client,
    cast: facts.cast,
    shopId: facts.shopId,
    distH5,
    port: firstPort,
    onBusy: () => undefined,
  });
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  try {
    const page = await context.newPage();
    await page.goto(phones.url);
    await composeStartPage(page);
    const file = path.join(directory, 'start.jpg');
    await page.screenshot({ path: file, type: 'jpeg', quality: 72, animations: 'disabled' });
  } finally {
    await context.close();
    await phones.stop();
  }
}

function tooLarge(): Flaw[] {
  return ['start', ...shown].flatMap((name) => {
    const { size } = statSync(path.join(directory, `${name}.jpg`));
    return size <= largestBytes ? [] : [{ screen: name, what: `${size} bytes are too many` }];
  });
}

/**
 * The few pictures the README shows, into `config/readme/`, at most 120 KB each.
 * @returns what is wrong with them
 */
export async function takeReadmePictures(
  browser: Browser,
  facts: Facts,
  distH5: string,
): Promise<Flaw[]> {
  mkdirSync(directory, { recursive: true });
  await takeStartPage(browser, facts, distH5);
  const wanted = screens.filter(({ name }) => shown.includes(name));
  const taking = { browser, facts, distH5, directory, elder: false, small: true };
  const flaws = await takePictures(taking, wanted, () => undefined);
  return [...flaws, ...tooLarge()];
}
