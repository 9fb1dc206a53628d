import Taro from '@tarojs/taro';
import { newCommandId } from './call';
import { photoStore } from './photo-store';

const largestBytes = 200_000;
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

async function compressed(address: string): Promise<string> {
  const original = await (await fetch(address)).blob();
  if (original.size <= largestBytes) return address;
  const image = await loadImage(address);
  let smallest = original;
  for (const { longestPx, quality } of attempts) {
    smallest = (await drawn(image, longestPx, quality)) ?? smallest;
    if (smallest.size <= largestBytes) break;
  }
  return URL.createObjectURL(smallest);
}

export async function takePhotos(maximum: number): Promise<string[]> {
  try {
    const { tempFilePaths } = await Taro.chooseImage({ count: maximum });
    return await Promise.all(tempFilePaths.slice(0, maximum).map(compressed));
  } catch {
    // Rejects when the person closes the chooser.
    return [];
  }
}

export async function keepPhoto(path: string): Promise<string> {
  const kept = newCommandId();
  await photoStore.put(kept, await (await fetch(path)).blob());
  return kept;
}

export async function openPhoto(kept: string): Promise<string | null> {
  const photo = await photoStore.get(kept);
  return photo ? URL.createObjectURL(photo) : null;
}

export function dropPhoto(kept: string): Promise<void> {
  return photoStore.remove(kept);
}
