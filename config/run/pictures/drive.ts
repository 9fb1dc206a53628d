import type { Locator, Page } from 'playwright-core';

const waitMs = 20_000;

/** What can be tapped under this name. */
export function button(page: Page, name: string | RegExp): Locator {
  return page.getByRole('button', { name, exact: true }).filter({ visible: true });
}

/** Waits until one page has slid over the other: until then both are to be seen. */
async function still(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      [...document.querySelectorAll('.taro_page')].filter((each) => each.checkVisibility())
        .length === 1,
    undefined,
    { timeout: waitMs },
  );
}

/**
 * Taps as a finger does, once the page has come to rest.
 * @throws when there is no such button, or several, within 20 s
 */
export async function tap(page: Page, name: string | RegExp): Promise<void> {
  await still(page);
  await button(page, name).tap({ timeout: waitMs });
}

/** Types into the field of this label. */
export async function type(page: Page, label: string, text: string): Promise<void> {
  await still(page);
  const field = page.locator(`[aria-label="${label}"]`).filter({ visible: true });
  const input = field.locator('input, textarea').or(field.and(page.locator('input, textarea')));
  await input.first().fill(text, { timeout: waitMs });
}

/** Waits until these words are to be read on the page. */
export async function see(page: Page, words: string): Promise<void> {
  const found = page.getByText(words, { exact: false }).filter({ visible: true });
  await found.first().waitFor({ timeout: waitMs });
}

/** Answers the sheet that stands in for a scanner in a browser. */
export async function scan(page: Page, codeText: string): Promise<void> {
  await type(page, '码上的文字', codeText);
  await tap(page, '就用这个');
}

type Given = { name: string; mimeType: string; bytes: Uint8Array };

async function giveFile(page: Page, name: string, { bytes, ...file }: Given): Promise<void> {
  const chooser = page.waitForEvent('filechooser', { timeout: waitMs });
  await tap(page, name);
  await (await chooser).setFiles({ ...file, buffer: Buffer.from(bytes) });
}

/** Gives a file to what asks for a photo when `name` is tapped. */
export async function takePhoto(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await giveFile(page, name, { name: 'photo.png', mimeType: 'image/png', bytes });
}

/** Gives a table to what asks for a file when `name` is tapped. */
export async function chooseTable(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await giveFile(page, name, { name: '户册.csv', mimeType: 'text/csv', bytes });
}

/** Waits until nothing is on its way any more: no skeleton, nothing sliding, all pictures there. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  // No function may be named in here: tsx would call its own helper, which the page lacks.
  await page.waitForFunction(
    () => {
      const all = [...document.querySelectorAll<HTMLElement>('.page, .skeleton, img')];
      const shown = all.filter((each) => each.checkVisibility());
      const moving = document
        .getAnimations()
        .filter((each) => each.effect?.getTiming().iterations !== Number.POSITIVE_INFINITY);
      return (
        moving.every((each) => each.playState !== 'running') &&
        shown.some((each) => each.matches('.page') && each.getBoundingClientRect().left === 0) &&
        shown.every((each) => !each.matches('.page') || each.getBoundingClientRect().left <= 0) &&
        shown.every((each) => !each.matches('.skeleton')) &&
        shown.every((each) => !(each instanceof HTMLImageElement) || each.complete)
      );
    },
    undefined,
    { timeout: waitMs },
  );
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** Goes to another page of the app that is open, without loading the app anew. */
export async function openHere(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `/${path}`);
}
