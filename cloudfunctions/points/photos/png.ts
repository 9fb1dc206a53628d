import { concat, textAt, viewOf } from './bytes';

export const pngSignature = '\x89PNG\r\n\x1a\n';

/** What the picture needs; words, times, EXIF and whatever programs add are none of it. */
const needed = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD'],
  'pHYs',
]);

/** A PNG without what was noted in it; null where it is none, or ends too early. */
export function strippedPng(bytes: Uint8Array): Uint8Array | null {
  const view = viewOf(bytes);
  const kept = [bytes.subarray(0, 8)];
  let hasData = false;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const name = textAt(bytes, at + 4, 4);
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return null;
    if (at === 8 && name !== 'IHDR') return null;
    if (needed.has(name)) kept.push(bytes.subarray(at, end));
    hasData ||= name === 'IDAT';
    if (name === 'IEND') return hasData ? concat(kept) : null;
    at = end;
  }
  return null;
}
