import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/**
 * `node read-pdf.mjs FILE [FOLDER [SCALE]]`: prints what stands where on each page, as JSON; with a
 * folder, each page's picture goes there. A process of its own, because jest cannot load pdfjs.
 */
const [file = '', folder, scale = '2'] = process.argv.slice(2);
const pdfjs = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

const document = await getDocument({
  data: new Uint8Array(readFileSync(file)),
  cMapUrl: `${pdfjs}/cmaps/`,
  cMapPacked: true,
  standardFontDataUrl: `${pdfjs}/standard_fonts/`,
  verbosity: 0,
}).promise;

/** @param {import('pdfjs-dist/types/src/display/api').TextItem} item */
const toLine = ({ str, transform, width, height }) => ({
  text: str,
  x: transform[4],
  y: transform[5],
  across: transform[0],
  down: transform[1],
  width,
  height,
});

const pages = [];
for (let number = 1; number <= document.numPages; number += 1) {
  const page = await document.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent({ disableNormalization: true });
  const lines = items.flatMap((item) => ('str' in item && item.str !== '' ? [toLine(item)] : []));
  let picture = null;
  if (folder) {
    const viewport = page.getViewport({ scale: Number(scale) });
    const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
    // This canvas has all of a browser's that drawing needs.
    const drawnOn = /** @type {HTMLCanvasElement} */ (/** @type {unknown} */ (canvas));
    await page.render({ canvas: drawnOn, viewport, background: 'white' }).promise;
    picture = path.join(folder, `${path.basename(file, '.pdf')}-${number}.png`);
    writeFileSync(picture, canvas.toBuffer('image/png'));
  }
  pages.push({ width, height, lines, picture });
}
const { info } = await document.getMetadata();
process.stdout.write(JSON.stringify({ info, pages }));
