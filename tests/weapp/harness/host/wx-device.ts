import { ApiFailure, api, apis, failable } from './api';
import type { PhoneState } from './state';

function platformOf({ setup: { platform } }: PhoneState) {
  const system = platform === 'ios' ? 'iOS 12.5' : 'Android 12';
  return { brand: 'devtools', model: 'phone', system, platform };
}

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
  'previewMedia',
  'openLocation',
  'vibrateShort',
  'vibrateLong',
  'saveImageToPhotosAlbum',
  'setKeepScreenOn',
  'openAppAuthorizeSetting',
  'reportEvent',
];

/** What WeChat's viewer shows. */
const documentTypes = ['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'pdf'];

function note(state: PhoneState, name: string, options: Record<string, unknown>): void {
  const { success: _success, fail: _fail, complete: _complete, ...rest } = options;
  state.calls.push({ api: name, options: rest });
}

/** What only happens on a real phone is noted for the test to read. */
function notedApis(state: PhoneState): Record<string, unknown> {
  const record = (name: string) =>
    api(name, (options: Record<string, unknown>) => note(state, name, options));
  return Object.fromEntries(recordedApis.map((name) => [name, record(name)]));
}

/** What a phone does not always do: a permission, a file or a camera is missing. */
function fallibleApis(state: PhoneState): Record<string, unknown> {
  return failable(state, {
    getLocation: () => {
      state.needPermission('scope.userLocation');
      if (state.setup.location === null) {
        throw new ApiFailure({ message: 'ERROR_NOCELL&WIFI_LOCATIONSWITCHOFF' });
      }
      return { ...state.setup.location, accuracy: 30 };
    },
    scanCode: async () => {
      const scanned = await state.scans.take();
      if (scanned === null) {
        throw new ApiFailure({ message: 'cancel' });
      }
      const kind = { scanType: 'QR_CODE', charSet: 'UTF-8', rawData: '' };
      return { ...kind, result: '', ...scanned };
    },
    previewImage: (options: { urls: string[] }) => {
      note(state, 'previewImage', options);
      for (const url of options.urls.filter((one) => one.startsWith('wxfile://'))) {
        state.fileOf(url);
      }
    },
    openDocument: (options: { filePath: string; fileType?: string }) => {
      note(state, 'openDocument', options);
      const { filePath, fileType = filePath.slice(filePath.lastIndexOf('.') + 1) } = options;
      if (!documentTypes.includes(fileType))
        throw new ApiFailure({ message: 'filetype not supported' });
      if (!state.files.has(filePath)) throw new ApiFailure({ message: "file doesn't exist" });
    },
    shareFileMessage: (options: { filePath: string }) => {
      note(state, 'shareFileMessage', options);
      if (!state.isTapped()) {
        throw new ApiFailure({ message: 'can only be invoked by user TAP gesture.' });
      }
      if (!state.files.has(options.filePath)) throw new ApiFailure({ message: 'file not found' });
    },
    requestSubscribeMessage: (options: { tmplIds: string[] }) => {
      note(state, 'requestSubscribeMessage', options);
      const { tmplIds } = options;
      if (!state.isTapped()) {
        throw new ApiFailure({ message: 'can only be invoked by user TAP gesture.' });
      }
      if (tmplIds.length === 0 || tmplIds.length > 3) {
        throw new ApiFailure({ message: 'Templates count out of max bounds' });
      }
      return Object.fromEntries(tmplIds.map((id) => [id, state.setup.reminders[id] ?? 'accept']));
    },
    // Android adjusts the screen by itself: what can be read is not how bright it is.
    getScreenBrightness: () => ({ value: 0.3 }),
    setScreenBrightness: (options: { value: number }) => {
      if (options.value < 0 && state.setup.platform !== 'android') {
        throw new ApiFailure({ message: 'invalid data' });
      }
      note(state, 'setScreenBrightness', options);
    },
  });
}

/** Network, place, scanner, clipboard, phone calls and the facts about the phone. */
export function deviceApis(state: PhoneState): Record<string, unknown> {
  const platform = platformOf(state);
  const letters = (): object => ({ ...state.setup.letters });
  const system = () => ({ ...platform, ...version, ...windowFacts(state), ...letters() });
  return {
    ...notedApis(state),
    ...fallibleApis(state),
    ...apis({
      getSystemInfo: system,
      getNetworkType: () => ({ networkType: state.online ? 'wifi' : 'none' }),
      setClipboardData: ({ data }: { data: string }) => {
        state.clipboard = data;
      },
      getClipboardData: () => ({ data: state.clipboard }),
      getSetting: () => ({ authSetting: state.authSetting() }),
      openSetting: () => {
        state.openSettings();
        return { authSetting: state.authSetting() };
      },
      authorize: ({ scope }: { scope: string }) => state.needPermission(scope),
      login: () => ({ code: 'local' }),
      checkSession: () => undefined,
      getPrivacySetting: () => ({ needAuthorization: false }),
      requirePrivacyAuthorize: () => undefined,
    }),
    getSystemInfoSync: system,
    getWindowInfo: () => windowFacts(state),
    getDeviceInfo: () => platform,
    getAppBaseInfo: () => ({ ...version, enableDebug: false, ...letters() }),
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
