import { ApiFailure, apis } from './api';
import type { PhoneState } from './state';

/** One value may have 1 MB. */
const largestEntry = 1_048_576;

/** Storage as WeChat keeps it: values as JSON, '' for what is not there. */
export function storageApis(state: PhoneState): Record<string, unknown> {
  const read = (key: string): unknown => {
    const text = state.storage.get(key);
    return text === undefined ? '' : JSON.parse(text);
  };
  const write = (key: string, data: unknown) => {
    const text = JSON.stringify(data ?? '');
    if (text.length > largestEntry) {
      throw new ApiFailure({ message: 'entry size limit reached' });
    }
    if (state.full) {
      throw new ApiFailure({ message: 'exceed storage max size' });
    }
    state.storage.set(key, text);
  };
  /** The synchronous ones throw what the others give to `fail`. */
  const writeNow = (key: string, data: unknown) => {
    try {
      write(key, data);
    } catch (error) {
      throw new Error(`setStorageSync:fail ${(error as Error).message}`);
    }
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
    setStorageSync: writeNow,
    removeStorageSync: (key: string) => {
      state.storage.delete(key);
    },
    clearStorageSync: () => state.storage.clear(),
    getStorageInfoSync: info,
  };
}
