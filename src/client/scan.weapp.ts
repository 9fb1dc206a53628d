import Taro from '@tarojs/taro';
import { problemOf } from './device-problem';
import type { Scan } from './scan';

const unread = { message: '没看清这个码,请再扫一次。', settings: null };

/** Opens WeChat's scanner. Codes of this mini-program carry the address of a page in `path`. */
export async function scanCode(): Promise<Scan> {
  try {
    const { path, result } = await Taro.scanCode({ onlyFromCamera: false });
    const text = path || result || null;
    return { text, problem: text === null ? unread : null };
  } catch (error) {
    return { text: null, problem: problemOf(error, '相机', '这台设备扫不了码。') };
  }
}
