import Taro from '@tarojs/taro';
import { newCommandId } from './call';

const largestBytes = 200_000;
/** Tried one after the other until the photo is small enough. */
const attempts = [
  { quality: 70, compressedWidth: 1280 },
  { quality: 50, compressedWidth: 1024 },
  { quality: 40, compressedWidth: 800 },
];

function sizeBytes(path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().getFileInfo({
      filePath: path,
      success: ({ size }) => resolve(size),
      fail: reject,
    });
  });
}

async function compressed(path: string): Promise<string> {
  let smallest = path;
  for (const attempt of attempts) {
    if ((await sizeBytes(smallest)) <= largestBytes) break;
    const { tempFilePath } = await Taro.compressImage({ src: path, ...attempt });
    smallest = tempFilePath;
  }
  return smallest;
}

export async function takePhotos(maximum: number): Promise<string[]> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: Math.min(maximum, 9),
      mediaType: ['image'],
      sourceType: ['camera', 'album'],
      sizeType: ['compressed'],
    });
    return await Promise.all(tempFiles.map(({ tempFilePath }) => compressed(tempFilePath)));
  } catch {
    // Rejects when the person closes the chooser.
    return [];
  }
}

/** Copied, not moved: a form that is refused still shows the photo it was taken from. */
export function keepPhoto(path: string): Promise<string> {
  const kept = `${Taro.env.USER_DATA_PATH}/${newCommandId()}.jpg`;
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().copyFile({
      srcPath: path,
      destPath: kept,
      success: () => resolve(kept),
      fail: reject,
    });
  });
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
