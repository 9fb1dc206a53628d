import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { backendOf } from './backend';
import { compileWeapp } from './compile';
import { hostBundle } from './host-bundle';
import type { BackendRequest, Found, Locator } from './types';
import { eventually, makeWeapp, phoneSetup, type Weapp, type WeappOptions } from './weapp';

const shell = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"></head>
<body><script src="/host.js"></script></body></html>`;

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) {
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** Serves the shell, the host and the way to the backend, on 127.0.0.1 only. */
async function serve(options: WeappOptions): Promise<{ server: Server; url: string }> {
  const script = await hostBundle();
  const backend = backendOf(options.backendUrl, options.openid);
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    if (request.url === '/backend') {
      const asked = JSON.parse(await readBody(request)) as BackendRequest;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(await backend(asked)));
      return;
    }
    const isScript = request.url === '/host.js';
    response.setHeader(
      'content-type',
      `${isScript ? 'text/javascript' : 'text/html'};charset=utf-8`,
    );
    response.end(isScript ? script : shell);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.statusCode = 502;
      response.end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

type Rect = Found['rect'];

/** What slides in has moved on after two frames. */
const restMs = 40;

/** Real touch at the middle of an element: what covers it gets the tap instead, as it should. */
async function touch(page: Page, find: () => Promise<unknown>, name: string): Promise<void> {
  const before = (await find()) as Rect;
  await page.waitForTimeout(restMs);
  const rect = (await find()) as Rect;
  if (rect.x !== before.x || rect.y !== before.y) throw new Error(`${name} is still moving`);
  if (rect.width === 0 || rect.height === 0) throw new Error(`${name} has no size`);
  await page.touchscreen.tap(rect.x + rect.width / 2, rect.y + rect.height / 2);
}

const dragSteps = 8;
const stepMs = 20;

/** A real finger laid on the element, drawn up (less than 0) or down; nothing is moved for it. */
async function drag(page: Page, { rect }: Found, by: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const x = rect.x + rect.width / 2;
  const y = rect.y + rect.height / 2;
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: object[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: touchPoints as never });
  await send('touchStart', [{ x, y }]);
  for (let step = 1; step <= dragSteps; step += 1) {
    await send('touchMove', [{ x, y: y + (by * step) / dragSteps }]);
    await page.waitForTimeout(stepMs);
  }
  await send('touchEnd', []);
  await session.detach();
}

export type BrowserWeapp = Weapp & {
  browserPage: Page;
  drag: (locator: Locator, by: number) => Promise<void>;
};

/** Runs the built mini-program in Chromium: with layout, styles, real touches, and pictures. */
export async function openWeappInBrowser(
  browser: Browser,
  options: WeappOptions,
): Promise<BrowserWeapp> {
  const weapp = compileWeapp(options.dist);
  const setup = phoneSetup(options, true);
  const { server, url } = await serve(options);
  const context = await browser.newContext({
    viewport: setup.viewport,
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
  });
  const page = await context.newPage();
  await page.goto(url);
  await page.evaluate(
    ({ weapp, setup }) => {
      const request = async (asked: unknown) => {
        const response = await fetch('/backend', { method: 'POST', body: JSON.stringify(asked) });
        if (!response.ok) {
          throw new Error(await response.text());
        }
        return response.json();
      };
      const host = window as unknown as {
        weappHost: { startWeapp: (...values: unknown[]) => unknown };
        weappDriver: unknown;
      };
      host.weappDriver = host.weappHost.startWeapp(weapp, setup, { request });
    },
    { weapp, setup },
  );
  const remote = (method: string, values: unknown[]) =>
    page.evaluate(
      ({ method, values }) => {
        type Deeds = Record<string, (...given: unknown[]) => unknown>;
        return (window as unknown as { weappDriver: Deeds }).weappDriver[method]?.(...values);
      },
      { method, values },
    );
  const close = async () => {
    await context.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  const phone = makeWeapp(
    remote,
    (at) => {
      const find = async () => ((await remote('reveal', [at])) as Found).rect;
      return touch(page, find, `${at.by} "${at.value}"`);
    },
    close,
  );
  const dragAt = async (at: Locator, by: number) => drag(page, await phone.one(at), by);
  // Once a finger was on the screen, the app listens to no mouse any more.
  const tab = (text: string) =>
    eventually(() => touch(page, () => remote('tabPlace', [text]), `tab "${text}"`));
  return { ...phone, tab, browserPage: page, drag: dragAt };
}
