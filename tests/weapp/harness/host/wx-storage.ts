import { apis } from './api';
import type { PhoneState } from './state';

/** Storage as WeChat keeps it: values as JSON, '' for what is not there. */
export function storageApis(state: PhoneState): Record<string, unknown> {
  const read = (key: string): unknown => {
    const text = state.storage.get(key);
    return text === undefined ? '' : JSON.parse(text);
  };
  const write = (key: string, data: unknown) => {
    state.storage.set(key, JSON.stringify(data ?? ''));
  };
  const info = () => ({ keys: [...state.storage.keys()], currentSize: 1, limitSize: 10240 });
  return {
    ...apis({
      getStorage: ({ key }: { key: string }) => {
        if (!state.storage.has(key)) {
          throw new Error('data not found');
        }
        return { data: read(key) };
      },
      setStorage: ({ key, data }: { key: string; data: unknown }) => write(key, data),
      removeStorage: ({ key }: { key: string }) => {
        state.storage.delete(key);
      },
      clearStorage: () => state.storage.clear(),
      getStorageInfo: info,
    }),
    getStorageSync: read,
    setStorageSync: write,
    removeStorageSync: (key: string) => {
      state.storage.delete(key);
    },
    clearStorageSync: () => state.storage.clear(),
    getStorageInfoSync: info,
  };
}
