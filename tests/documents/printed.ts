import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import jsQR from 'jsqr';

const run = promisify(execFile);
const reader = path.join(__dirname, 'read-pdf.mjs');

/** A run of text where it stands, in points from the lower left; `down` where it is turned. */
export type Line = {
  text: string;
  x: number;
  y: number;
  across: number;
  down: number;
  width: number;
  height: number;
};
export type Picture = { width: number; height: number; data: Uint8ClampedArray };
export type Page = { width: number; height: number; lines: Line[]; picture: Picture };
export type Printed = { title: string; pages: Page[] };

/** So many points of the picture to one of the paper: a QR code of 15 mm is read at 3. */
export const pictureScale = 3;

/** A picture from a file, as colours point by point. */
export async function readPicture(file: string): Promise<Picture> {
  const image = await loadImage(file);
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, image.width, image.height);
}

type Read = { info: { Title: string }; pages: (Omit<Page, 'picture'> & { picture: string })[] };

async function read<Value>(
  bytes: Uint8Array,
  withPictures: boolean,
  use: (read: Read) => Promise<Value>,
): Promise<Value> {
  const folder = mkdtempSync(path.join(tmpdir(), 'printed-'));
  try {
    const file = path.join(folder, 'document.pdf');
    writeFileSync(file, bytes);
    const command = [reader, file, ...(withPictures ? [folder, String(pictureScale)] : [])];
    const { stdout } = await run(process.execPath, command, { maxBuffer: 100_000_000 });
    return await use(JSON.parse(stdout) as Read);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A printed document as somebody sees it who opens it: its words, and a picture of each page. */
export function look(bytes: Uint8Array): Promise<Printed> {
  return read(bytes, true, async ({ info, pages }) => {
    const seen = pages.map(async (page) => ({ ...page, picture: await readPicture(page.picture) }));
    return { title: info.Title, pages: await Promise.all(seen) };
  });
}

/** The same without pictures, in a part of the time. */
export function readPages(bytes: Uint8Array): Promise<Omit<Page, 'picture'>[]> {
  return read(bytes, false, async ({ pages }) => pages);
}

/** The words of a page, as they are copied from it. */
export function wordsOf({ lines }: Pick<Page, 'lines'>): string {
  return lines.map(({ text }) => text).join('');
}

export type Box = { x: number; y: number; width: number; height: number };

/** A part of a page's picture; the box in points from the upper left. */
export function cut({ picture }: Page, box: Box): Picture {
  const [left, top] = [Math.floor(box.x * pictureScale), Math.floor(box.y * pictureScale)];
  const width = Math.min(Math.ceil(box.width * pictureScale), picture.width - left);
  const height = Math.min(Math.ceil(box.height * pictureScale), picture.height - top);
  const data = new Uint8ClampedArray(width * height * 4);
  for (let row = 0; row < height; row += 1) {
    const from = ((top + row) * picture.width + left) * 4;
    data.set(picture.data.subarray(from, from + width * 4), row * width * 4);
  }
  return { width, height, data };
}

/** What a telephone reads that is held over a part of the page. */
export function scan(page: Page, box: Box): string | null {
  const { data, width, height } = cut(page, box);
  return jsQR(data, width, height)?.data ?? null;
}

const isDark = ({ data }: Picture, index: number) => (data[index * 4] ?? 255) < 128;

/** For each row of a part of the page, from above: whether there is any ink. */
export function inkByRow(page: Page, box: Box): boolean[] {
  const part = cut(page, box);
  return Array.from({ length: part.height }, (_, row) =>
    Array.from({ length: part.width }, (_each, column) => row * part.width + column).some((index) =>
      isDark(part, index),
    ),
  );
}
