import { strict } from './api';
import type { AppLife } from './life';
import type { PageStack } from './pages';
import type { Timers } from './sandbox';
import type { PhoneState } from './state';
import { cloudApis } from './wx-cloud';
import { deviceApis } from './wx-device';
import { fileApis } from './wx-files';
import { pageApis } from './wx-page';
import { storageApis } from './wx-storage';

/** The global `wx`. Listeners that nothing in the harness ever triggers are accepted and kept. */
export function makeWx(
  state: PhoneState,
  pages: PageStack,
  timers: Timers,
  life: AppLife,
): Record<string, unknown> {
  const unheard = ['AppShow', 'AppHide', 'Error', 'UnhandledRejection', 'PageNotFound'].concat(
    ['ThemeChange', 'MemoryWarning', 'WindowResize', 'KeyboardHeightChange', 'LazyLoadError'],
    ['UserCaptureScreen'],
  );
  return strict({
    ...Object.fromEntries(
      unheard.flatMap((name) => [`on${name}`, `off${name}`].map((key) => [key, () => undefined])),
    ),
    ...life.covering({ ...deviceApis(state), ...fileApis(state) }),
    ...storageApis(state),
    ...pageApis(pages),
    cloud: cloudApis(state),
    canIUse: () => true,
    nextTick: (run: () => void) => timers.setTimeout(run, 0),
    getLaunchOptionsSync: life.launchFacts,
    getEnterOptionsSync: life.enterFacts,
    getUpdateManager: () => ({
      onCheckForUpdate: () => undefined,
      onUpdateReady: (listener: () => void) => {
        state.updateListeners.add(listener);
      },
      onUpdateFailed: () => undefined,
      applyUpdate: () => {
        state.calls.push({ api: 'applyUpdate', options: {} });
      },
    }),
    getLogManager: () => ({ log() {}, info() {}, warn() {}, debug() {} }),
    getRealtimeLogManager: () => ({ info() {}, warn() {}, error() {} }),
    getPerformance: () => ({ now: () => performance.now() }),
  });
}
