import { concat, startsWith, uint16 } from './bytes';

const startOfImage = [0xff, 0xd8];
const endOfImage = 0xd9;
const startOfScan = 0xda;
const applicationFirst = 0xe0;
const applicationLast = 0xef;
const comment = 0xfe;
const orientationTag = 0x0112;

/** Markers that stand alone, without a length. */
const isBare = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/** Which way up, out of EXIF; 1 where it does not say. */
function orientationOf(segment: Uint8Array): number {
  const tiff = segment.subarray(10);
  const little = startsWith(tiff, 'II');
  if (!little && !startsWith(tiff, 'MM')) return 1;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  try {
    const directory = view.getUint32(4, little);
    const count = view.getUint16(directory, little);
    for (let index = 0; index < count; index += 1) {
      const at = directory + 2 + index * 12;
      if (view.getUint16(at, little) === orientationTag) return view.getUint16(at + 8, little);
    }
  } catch {
    // It points outside of itself: then nothing of it counts.
  }
  return 1;
}

/** EXIF that says which way up, and nothing else. */
function onlyOrientation(orientation: number): Uint8Array {
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1];
  const entry = [0, orientation, 0, 0, 0, 0, 0, 0];
  const body = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff, ...entry];
  return Uint8Array.from([0xff, 0xe1, 0, body.length + 2, ...body]);
}

/** What of an APPn segment the picture needs: how its colours are meant, nothing that tells. */
function applicationPart(segment: Uint8Array): Uint8Array | null {
  const body = segment.subarray(4);
  if (startsWith(body, 'JFIF\0')) {
    // Without the small picture that may stand in it.
    const head = segment.slice(0, 18);
    if (head.length < 18) return null;
    head.set([0, 16], 2);
    head.set([0, 0], 16);
    return head;
  }
  if (startsWith(body, 'ICC_PROFILE\0') || startsWith(body, 'Adobe')) return segment;
  if (!startsWith(body, 'Exif\0\0')) return null;
  const orientation = orientationOf(segment);
  return orientation > 1 && orientation <= 8 ? onlyOrientation(orientation) : null;
}

/** Where the next marker stands behind coded data. */
function endOfCoded(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at + 1 < bytes.length) {
    const next = bytes[at + 1] as number;
    const isMarker = bytes[at] === 0xff && next !== 0 && next !== 0xff && !isBare(next);
    if (isMarker) return at;
    at += 1;
  }
  return bytes.length;
}

function keptOf(segment: Uint8Array): Uint8Array | null {
  const marker = segment[1] as number;
  if (marker === comment) return null;
  if (marker < applicationFirst || marker > applicationLast) return segment;
  return applicationPart(segment);
}

/** A JPEG without what was noted in it; null where it is none, or ends too early. */
export function strippedJpeg(bytes: Uint8Array): Uint8Array | null {
  const kept: Uint8Array[] = [Uint8Array.from(startOfImage)];
  let hasScan = false;
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] as number;
    const end = at + 2 + uint16(bytes, at + 2);
    if (isBare(marker) || marker === endOfImage || end > bytes.length || end < at + 4) break;
    const segment = keptOf(bytes.subarray(at, end));
    if (segment) kept.push(segment);
    at = end;
    if (marker !== startOfScan) continue;
    hasScan = true;
    at = endOfCoded(bytes, end);
    kept.push(bytes.subarray(end, at));
  }
  // What stands behind the end is no part of the picture: phones hide films and depths there.
  if (!hasScan || bytes[at] !== 0xff || bytes[at + 1] !== endOfImage) return null;
  return concat([...kept, Uint8Array.from([0xff, endOfImage])]);
}
