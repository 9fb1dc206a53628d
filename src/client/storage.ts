import Taro from '@tarojs/taro';

/**
 * What this phone keeps from one opening of the app to the next. A full phone keeps nothing more:
 * then the value holds for as long as the app lives, and nothing throws.
 */
const held = new Map<string, unknown>();

/** What is kept under a key; null when nothing is, or it cannot be read. */
export function readKept<Value>(key: string): Value | null {
  if (held.has(key)) return (held.get(key) as Value) || null;
  try {
    return Taro.getStorageSync<Value | ''>(key) || null;
  } catch {
    return null;
  }
}

/** Answers false when it will be gone with the app: who promised to keep it has to say so. */
export function keep(key: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(key, value);
    held.delete(key);
    return true;
  } catch {
    held.set(key, value);
    return false;
  }
}

/** Forgets it for good; where the phone does not let it go, its value goes all the same. */
export function forget(key: string): void {
  try {
    Taro.removeStorageSync(key);
    held.delete(key);
  } catch {
    keep(key, '');
  }
}
