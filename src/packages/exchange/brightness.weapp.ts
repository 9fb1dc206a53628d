import Taro from '@tarojs/taro';

/** The code is shown all the same where the phone does not allow it. */
const ignore = () => {};

/** Android only: the phone again decides for itself how bright the screen is. */
const byThePhone = -1;

/** Where Android adjusts the screen by itself, what can be read is not how bright it was. */
function putBack(before: number): void {
  const { platform } = Taro.getDeviceInfo();
  const set = (value: number) => Taro.setScreenBrightness({ value });
  if (platform !== 'android') set(before).catch(ignore);
  else set(byThePhone).catch(() => set(before).catch(ignore));
}

/** Makes the screen bright and keeps it on, so that a scanner reads it; answers how to undo it. */
export function brighten(): () => void {
  let undone = false;
  let before: number | null = null;
  const restore = () => {
    Taro.setKeepScreenOn({ keepScreenOn: false }).catch(ignore);
    if (before !== null) putBack(before);
  };
  const start = async () => {
    // Without knowing how bright it was it could not be put back.
    const { value } = await Taro.getScreenBrightness();
    if (undone) return;
    before = value;
    await Taro.setScreenBrightness({ value: 1 });
    // Taken down while the phone was still turning it up.
    if (undone) restore();
  };
  Taro.setKeepScreenOn({ keepScreenOn: true }).catch(ignore);
  start().catch(ignore);
  return () => {
    undone = true;
    restore();
  };
}
