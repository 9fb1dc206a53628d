import { api, apis } from './api';
import type { PhoneState } from './state';

const platform = { brand: 'devtools', model: 'phone', system: 'Android 12', platform: 'android' };
const version = { version: '8.0.50', SDKVersion: '3.6.0', language: 'zh_CN', theme: 'light' };

function windowFacts(state: PhoneState) {
  const { width, height } = state.setup.viewport;
  const safeArea = { left: 0, top: 0, right: width, bottom: height, width, height };
  return {
    pixelRatio: 2,
    screenWidth: width,
    screenHeight: height,
    windowWidth: width,
    windowHeight: height,
    statusBarHeight: 0,
    screenTop: 0,
    safeArea,
  };
}

const recordedApis = [
  'makePhoneCall',
  'previewImage',
  'previewMedia',
  'openDocument',
  'openLocation',
  'vibrateShort',
  'vibrateLong',
  'saveImageToPhotosAlbum',
  'setKeepScreenOn',
  'setScreenBrightness',
  'reportEvent',
];

/** What only happens on a real phone is noted for the test to read. */
function notedApis(state: PhoneState): Record<string, unknown> {
  const record = (name: string) =>
    api(name, (options: Record<string, unknown>) => {
      const { success: _success, fail: _fail, complete: _complete, ...rest } = options;
      state.calls.push({ api: name, options: rest });
    });
  return Object.fromEntries(recordedApis.map((name) => [name, record(name)]));
}

/** Network, place, scanner, clipboard, phone calls and the facts about the phone. */
export function deviceApis(state: PhoneState): Record<string, unknown> {
  const system = () => ({ ...platform, ...version, ...windowFacts(state), fontSizeSetting: 16 });
  return {
    ...notedApis(state),
    ...apis({
      getSystemInfo: system,
      getNetworkType: () => ({ networkType: state.online ? 'wifi' : 'none' }),
      getLocation: () => {
        if (state.setup.location === null) {
          throw new Error('auth deny');
        }
        return { ...state.setup.location, accuracy: 30 };
      },
      scanCode: async () => {
        const result = await state.scans.take();
        if (result === null) {
          throw new Error('cancel');
        }
        return { result, scanType: 'QR_CODE', charSet: 'UTF-8', path: result };
      },
      setClipboardData: ({ data }: { data: string }) => {
        state.clipboard = data;
      },
      getClipboardData: () => ({ data: state.clipboard }),
      getSetting: () => ({ authSetting: {} }),
      openSetting: () => ({ authSetting: {} }),
      authorize: () => undefined,
      login: () => ({ code: 'local' }),
      checkSession: () => undefined,
      requestSubscribeMessage: ({ tmplIds }: { tmplIds: string[] }) =>
        Object.fromEntries(tmplIds.map((id) => [id, 'accept'])),
      getPrivacySetting: () => ({ needAuthorization: false }),
      requirePrivacyAuthorize: () => undefined,
    }),
    getSystemInfoSync: system,
    getWindowInfo: () => windowFacts(state),
    getDeviceInfo: () => platform,
    getAppBaseInfo: () => ({ ...version, enableDebug: false }),
    getSystemSetting: () => ({ locationEnabled: true, wifiEnabled: true }),
    getAppAuthorizeSetting: () => ({ cameraAuthorized: 'authorized' }),
    getAccountInfoSync: () => ({ miniProgram: { appId: 'local', envVersion: 'release' } }),
    onNetworkStatusChange: (listener: (value: unknown) => void) => {
      state.networkListeners.add(listener);
    },
    offNetworkStatusChange: (listener?: (value: unknown) => void) => {
      if (listener === undefined) {
        state.networkListeners.clear();
      } else {
        state.networkListeners.delete(listener);
      }
    },
    onNeedPrivacyAuthorization: () => undefined,
  };
}
