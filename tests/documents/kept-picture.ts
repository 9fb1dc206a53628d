import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { type Page, type Picture, pictureScale, readPicture } from './printed';

const folder = path.join(__dirname, 'pictures');

/** A page in shades of grey, one number for each point of the paper: 255 is white. */
export type Grey = { width: number; height: number; shades: Uint8Array };

/** What is between: the mean of the points of the picture that lie on one of the paper. */
export function greyOf({ picture: { width, height, data } }: Pick<Page, 'picture'>): Grey {
  const [across, down] = [Math.floor(width / pictureScale), Math.floor(height / pictureScale)];
  const shades = new Uint8Array(across * down);
  for (let y = 0; y < down; y += 1) {
    for (let x = 0; x < across; x += 1) {
      let sum = 0;
      for (let dy = 0; dy < pictureScale; dy += 1) {
        for (let dx = 0; dx < pictureScale; dx += 1) {
          const at = ((y * pictureScale + dy) * width + x * pictureScale + dx) * 4;
          sum += ((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0)) / 3;
        }
      }
      shades[y * across + x] = Math.round(sum / pictureScale ** 2);
    }
  }
  return { width: across, height: down, shades };
}

const blockSize = 3;
/** Of 255: letters that another machine smooths differently stay below. */
const mostOfABlock = 36;

/** The mean of each block, so that what differs by the smoothing of an edge does not count. */
function blocksOf({ width, height, shades }: Grey): number[] {
  const across = Math.floor(width / blockSize);
  const down = Math.floor(height / blockSize);
  return Array.from({ length: across * down }, (_, block) => {
    const left = (block % across) * blockSize;
    const top = Math.floor(block / across) * blockSize;
    let sum = 0;
    for (let y = top; y < top + blockSize; y += 1) {
      for (let x = left; x < left + blockSize; x += 1) sum += shades[y * width + x] ?? 0;
    }
    return sum / blockSize ** 2;
  });
}

/** In how many blocks two pages are not the same; all of them where their sizes differ. */
export function blocksThatDiffer(one: Grey, other: Grey): number {
  const [left, right] = [blocksOf(one), blocksOf(other)];
  if (one.width !== other.width || one.height !== other.height) return left.length;
  return left.filter((shade, at) => Math.abs(shade - (right[at] ?? 0)) > mostOfABlock).length;
}

const fileOf = (name: string) => path.join(folder, `${name}.png`);

function pictureOf({ width, height, shades }: Grey): Picture {
  const data = new Uint8ClampedArray(width * height * 4);
  for (const [at, shade] of shades.entries()) data.set([shade, shade, shade, 255], at * 4);
  return { width, height, data };
}

/** Keeps a picture, to be looked at before it is committed. */
export function keepPicture(name: string, grey: Grey): void {
  const { width, height, data } = pictureOf(grey);
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const image = context.createImageData(width, height);
  image.data.set(data);
  context.putImageData(image, 0, 0);
  mkdirSync(folder, { recursive: true });
  writeFileSync(fileOf(name), canvas.toBuffer('image/png'));
}

/** @throws Error where none is kept: how one is made */
export async function keptPicture(name: string): Promise<Grey> {
  if (!existsSync(fileOf(name))) {
    throw new Error(`${name} has no picture: UPDATE_PICTURES=1 npx jest tests/documents/pictures`);
  }
  const { width, height, data } = await readPicture(fileOf(name));
  return { width, height, shades: Uint8Array.from(data.filter((_, at) => at % 4 === 0)) };
}
