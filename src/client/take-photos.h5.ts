import Taro from '@tarojs/taro';
import { problemOf } from './device-problem';
import { type Small, smallPhotos, type Taken, wantedBytes } from './small-photos';

/** Tried one after the other until the photo is small enough. */
const attempts = [
  { longestPx: 1280, quality: 0.75 },
  { longestPx: 1024, quality: 0.6 },
  { longestPx: 800, quality: 0.5 },
];

function loadImage(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = reject;
    image.src = address;
  });
}

function drawn(image: HTMLImageElement, longestPx: number, quality: number): Promise<Blob | null> {
  const scale = Math.min(1, longestPx / Math.max(image.naturalWidth, image.naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.naturalWidth * scale);
  canvas.height = Math.round(image.naturalHeight * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
}

async function shrink(address: string): Promise<Small> {
  const original = await (await fetch(address)).blob();
  if (original.size <= wantedBytes) return { path: address, bytes: original.size };
  const image = await loadImage(address);
  let smallest = original;
  for (const { longestPx, quality } of attempts) {
    smallest = (await drawn(image, longestPx, quality)) ?? smallest;
    if (smallest.size <= wantedBytes) break;
  }
  return { path: URL.createObjectURL(smallest), bytes: smallest.size };
}

export async function takePhotos(maximum: number): Promise<Taken> {
  try {
    const { tempFilePaths } = await Taro.chooseImage({ count: maximum });
    return await smallPhotos(tempFilePaths.slice(0, maximum), shrink);
  } catch (error) {
    return { photos: [], problem: problemOf(error, '相机和相册', '没拿到照片。再点一次。') };
  }
}
