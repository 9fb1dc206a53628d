import type { Launch } from '../types';
import { strict } from './api';
import type { PageStack } from './pages';
import type { Timers } from './sandbox';
import type { PhoneState } from './state';
import { cloudApis } from './wx-cloud';
import { deviceApis } from './wx-device';
import { fileApis } from './wx-files';
import { pageApis } from './wx-page';
import { storageApis } from './wx-storage';

/** What WeChat tells an app about how it was opened. 1001: from the recent list. */
export function launchFacts(launch: Launch, firstPage: string): Record<string, unknown> {
  return {
    path: launch.path ?? firstPage,
    query: launch.query ?? {},
    scene: launch.scene ?? 1001,
    referrerInfo: {},
    shareTicket: '',
  };
}

/** The global `wx`. Listeners that nothing in the harness ever triggers are accepted and kept. */
export function makeWx(
  state: PhoneState,
  pages: PageStack,
  timers: Timers,
  firstPage: string,
): Record<string, unknown> {
  const unheard = ['AppShow', 'AppHide', 'Error', 'UnhandledRejection', 'PageNotFound'].concat(
    ['ThemeChange', 'MemoryWarning', 'WindowResize', 'KeyboardHeightChange', 'LazyLoadError'],
    ['UserCaptureScreen'],
  );
  const facts = () => launchFacts(state.setup.launch, firstPage);
  return strict({
    ...Object.fromEntries(
      unheard.flatMap((name) => [`on${name}`, `off${name}`].map((key) => [key, () => undefined])),
    ),
    ...deviceApis(state),
    ...storageApis(state),
    ...fileApis(state),
    ...pageApis(pages),
    cloud: cloudApis(state),
    canIUse: () => true,
    nextTick: (run: () => void) => timers.setTimeout(run, 0),
    getLaunchOptionsSync: facts,
    getEnterOptionsSync: facts,
    getUpdateManager: () => ({
      onCheckForUpdate: () => undefined,
      onUpdateReady: () => undefined,
      onUpdateFailed: () => undefined,
      applyUpdate: () => undefined,
    }),
    getLogManager: () => ({ log() {}, info() {}, warn() {}, debug() {} }),
    getRealtimeLogManager: () => ({ info() {}, warn() {}, error() {} }),
    getPerformance: () => ({ now: () => performance.now() }),
  });
}
