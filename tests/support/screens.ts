import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { settled } from '../../config/run/pictures/drive';
import { tooWide } from '../../config/run/pictures/flaws';
import { type Phone as PhoneServer, startPhone } from '../../config/run/start/phone-server';
import { openBrowser, openPhone } from './browser';
import type { TestCloud } from './test-cloud';

export * from '../../config/run/pictures/drive';

export const distH5 = path.resolve(__dirname, '../../dist/h5');
const firstPort = 26_100;
const width = 360;

export type Screens = {
  browser: Browser;
  /** A phone of this person's own: an origin, a storage and a 360 px screen for itself. */
  hand(openid: string, path: string): Promise<Page>;
  /** Everything that went wrong on any screen so far, each with whose it was. */
  problems(): string[];
  stop(): Promise<void>;
};

/** Waits until the page is at rest, and notes what sticks out of the screen. */
export async function checkWidth(page: Page, problems: string[]): Promise<void> {
  await settled(page);
  problems.push(...(await tooWide(page, width)));
}

/** Phones with the H5 build, in one Chromium, on a cloud. */
export async function openScreens(cloud: TestCloud): Promise<Screens> {
  const browser = await openBrowser();
  const servers: PhoneServer[] = [];
  const heard: { openid: string; errors: string[] }[] = [];
  return {
    browser,
    async hand(openid, hashPath) {
      const port = firstPort + servers.length;
      const onBusy = () => undefined;
      const server = await startPhone({ cloudUrl: cloud.url, distH5, openid, port, onBusy });
      servers.push(server);
      const url = `${server.url}/#/${hashPath}`;
      const { page, errors } = await openPhone(browser, { url, width });
      heard.push({ openid, errors });
      return page;
    },
    problems: () =>
      heard.flatMap(({ openid, errors }) => errors.map((error) => `${openid}: ${error}`)),
    async stop() {
      await browser.close();
      await Promise.all(servers.map((server) => server.stop()));
    },
  };
}
