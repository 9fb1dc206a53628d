import Taro from '@tarojs/taro';
import { newCommandId } from './call';

/** Copied, not moved: a form that is refused still shows the photo it was taken from. */
export async function keepPhoto(path: string): Promise<string | null> {
  const kept = `${Taro.env.USER_DATA_PATH}/${newCommandId()}.jpg`;
  try {
    await new Promise<void>((resolve, reject) => {
      Taro.getFileSystemManager().copyFile({
        srcPath: path,
        destPath: kept,
        success: () => resolve(),
        fail: reject,
      });
    });
  } catch (error) {
    if ((await openPhoto(path)) === null) return null;
    throw error;
  }
  return kept;
}

export function openPhoto(kept: string): Promise<string | null> {
  return new Promise((resolve) => {
    Taro.getFileSystemManager().access({
      path: kept,
      success: () => resolve(kept),
      fail: () => resolve(null),
    });
  });
}

export function dropPhoto(kept: string): Promise<void> {
  return new Promise((resolve) => {
    // One that is gone already is as good as dropped.
    Taro.getFileSystemManager().unlink({ filePath: kept, complete: () => resolve() });
  });
}
