import { Script } from 'node:vm';
import { JSDOM, VirtualConsole } from 'jsdom';
import { backendOf } from './backend';
import { compileWeapp } from './compile';
import { hostBundle } from './host-bundle';
import type { PhoneSetup, WeappPackage } from './types';
import { makeWeapp, phoneSetup, type Weapp, type WeappOptions } from './weapp';

export type { Found, Locator } from './types';
export { byCss, byPlaceholder, byRole, byText, type Weapp, type WeappOptions } from './weapp';

type Deeds = Record<string, (...values: unknown[]) => unknown>;
type Host = {
  startWeapp: (weapp: WeappPackage, setup: PhoneSetup, bridge: object) => Deeds;
};

/** Read once: every window runs it. */
let hostScript: Script | null = null;

/**
 * Runs the built mini-program in a window of its own (jsdom) inside this process. Several phones
 * may be open at once. Styles are not applied: there is no layout here; see `browser.ts` for it.
 */
export async function openWeapp(options: WeappOptions): Promise<Weapp> {
  const weapp = compileWeapp(options.dist);
  const setup = phoneSetup(options, false);
  const problems = new VirtualConsole();
  const uncaught: string[] = [];
  problems.on('jsdomError', (error) => {
    uncaught.push(String((error as { detail?: unknown }).detail ?? error));
  });
  problems.on('error', (...values: unknown[]) => uncaught.push(values.map(String).join(' ')));
  const dom = new JSDOM('<!doctype html><html><body></body></html>', {
    url: 'http://phone.localhost/',
    runScripts: 'outside-only',
    pretendToBeVisual: true,
    virtualConsole: problems,
  });
  const window = dom.window as unknown as Window & {
    weappHost: Host;
  };
  Object.assign(window, { TextEncoder, TextDecoder });
  hostScript ??= new Script(await hostBundle());
  hostScript.runInContext(dom.getInternalVMContext());
  const bridge = { request: backendOf(options.backendUrl, options.openid) };
  const deeds = window.weappHost.startWeapp(weapp, setup, bridge);
  const remote = async (method: string, values: unknown[]) => {
    const deed = deeds[method];
    if (deed === undefined) {
      throw new Error(`the host knows no ${method}`);
    }
    const answer = deed(...values);
    return method === 'errors' ? [...(answer as string[]), ...uncaught] : answer;
  };
  const close = async () => {
    await remote('close', []);
    dom.window.close();
  };
  return makeWeapp(remote, async (locator) => void (await remote('tap', [locator])), close);
}
