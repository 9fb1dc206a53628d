import Taro from '@tarojs/taro';

/** Opens WeChat's scanner. Mini-program codes carry a page path instead of a text. */
export async function scanCode(): Promise<string | null> {
  try {
    const scanned = await Taro.scanCode({ onlyFromCamera: false });
    return scanned.result || (scanned as { path?: string }).path || null;
  } catch {
    // Rejects when the person closes the scanner.
    return null;
  }
}
