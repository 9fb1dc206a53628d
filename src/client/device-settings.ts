import Taro from '@tarojs/taro';
import type { DeviceProblem } from './device-problem';

/** Opens the settings in which the missing permission is given; resolves when they are closed. */
export async function openSettings(which: DeviceProblem['settings']): Promise<void> {
  try {
    if (which === 'phone') await Taro.openAppAuthorizeSetting({});
    if (which === 'mini-program') await Taro.openSetting();
  } catch {
    Taro.showToast({ title: '没打开设置。请点右上角的三个点,再点设置。', icon: 'none' });
  }
}
