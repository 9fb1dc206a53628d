import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openPhone } from '../browser';
import { measurePage, rulesOf } from '../measure';
import { type Phone, startPhone } from '../start/phone-server';
import { settled } from './drive';
import type { Facts, Screen } from './screen';

export type Taking = {
  browser: Browser;
  facts: Facts;
  distH5: string;
  /** Where the pictures go; made when it is missing. */
  directory: string;
  elder: boolean;
  /** Small ones of the first screen only, for the README. */
  small?: boolean;
};

/** A screen that came out wrong: not reached, with an error, or not as pages are measured. */
export type Flaw = { screen: string; what: string };

const firstPort = 28_700;
const width = 360;
const height = 740;
const tallest = 3_000;

async function shoot(page: Page, file: string): Promise<void> {
  const format = file.endsWith('.jpg') ? { type: 'jpeg' as const, quality: 72 } : {};
  await page.screenshot({ path: file, animations: 'disabled', ...format });
}

/** Long pages once more in full length: the screen made as tall as what is on it. */
async function shootWhole(page: Page, file: string): Promise<void> {
  const content = await page.evaluate(() => {
    const shown = [...document.querySelectorAll<HTMLElement>('.page')].find((each) =>
      each.checkVisibility(),
    );
    return Math.ceil((shown?.scrollHeight ?? 0) + (shown?.getBoundingClientRect().top ?? 0)) + 60;
  });
  if (content <= height + 80) return;
  await page.setViewportSize({ width, height: Math.min(content, tallest) });
  await shoot(page, file);
}

async function takeOne(taking: Taking, phone: Phone, screen: Screen): Promise<Flaw[]> {
  const { browser, facts, directory, elder, small } = taking;
  const file = path.join(directory, `${screen.name}.${small ? 'jpg' : 'png'}`);
  phone.openid = screen.who(facts);
  const url = `${phone.url}/#/${screen.path(facts)}`;
  const { page, context, errors } = await openPhone(browser, { url, elder, width, height });
  const flaws: string[] = [];
  try {
    await settled(page);
    await screen.act?.(page, facts);
    await settled(page);
    flaws.push(...(await measurePage(page, rulesOf[elder ? 'elder' : 'normal'], width)));
    await shoot(page, file);
    if (!small) await shootWhole(page, path.join(directory, `${screen.name}-whole.png`));
  } catch (error) {
    flaws.push((error as Error).message.split('\n')[0] ?? 'not reached');
    await shoot(page, file).catch(() => undefined);
  }
  await context.close();
  const heard = errors.filter((text) => !screen.offline || !text.includes('INTERNET_DISCONNECTED'));
  return [...flaws, ...heard].map((what) => ({ screen: screen.name, what }));
}

/**
 * Takes a picture of each screen at 360 px, twice as dense, on the H5 build.
 * @param onTaken hears of each screen as it is done
 * @returns what is wrong with them, for the terminal; an empty list when all is well
 */
export async function takePictures(
  taking: Taking,
  screens: readonly Screen[],
  onTaken: (screen: Screen, flaws: Flaw[]) => void,
): Promise<Flaw[]> {
  mkdirSync(taking.directory, { recursive: true });
  const { facts, distH5 } = taking;
  const phone = await startPhone({
    cloudUrl: facts.url,
    distH5,
    openid: '',
    port: firstPort,
    onBusy: () => undefined,
  });
  const all: Flaw[] = [];
  try {
    for (const screen of screens) {
      const flaws = await takeOne(taking, phone, screen);
      onTaken(screen, flaws);
      all.push(...flaws);
    }
  } finally {
    await phone.stop();
  }
  return all;
}
