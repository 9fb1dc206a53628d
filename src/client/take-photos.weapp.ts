import Taro from '@tarojs/taro';
import { problemOf } from './device-problem';
import { type Small, smallPhotos, type Taken, wantedBytes } from './small-photos';

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

async function withSize(path: string): Promise<Small> {
  return { path, bytes: await sizeBytes(path) };
}

/** iOS compresses JPG only, and some files nowhere: then the smallest so far stands. */
async function shrink(path: string): Promise<Small> {
  let smallest = await withSize(path);
  try {
    for (const attempt of attempts) {
      if (smallest.bytes <= wantedBytes) break;
      const { tempFilePath } = await Taro.compressImage({ src: path, ...attempt });
      const made = await withSize(tempFilePath);
      if (made.bytes < smallest.bytes) smallest = made;
    }
  } catch {
    return smallest;
  }
  return smallest;
}

export async function takePhotos(maximum: number): Promise<Taken> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: Math.min(maximum, 9),
      mediaType: ['image'],
      sourceType: ['camera', 'album'],
      sizeType: ['compressed'],
    });
    const paths = tempFiles.slice(0, maximum).map(({ tempFilePath }) => tempFilePath);
    return await smallPhotos(paths, shrink);
  } catch (error) {
    const problem = problemOf(error, '相机和相册', '没拿到照片。再点一次;还不行就更新微信。');
    return { photos: [], problem };
  }
}
