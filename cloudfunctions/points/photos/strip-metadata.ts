import { startsWith, textAt } from './bytes';
import { strippedJpeg } from './jpeg';
import { pngSignature, strippedPng } from './png';
import { strippedWebp } from './webp';

/**
 * A photo without what a phone notes in it: where and when it was taken, by which phone, words and
 * small copies of the picture. The picture itself is the same, bit by bit; which way up it stands
 * is kept. Null for what is no JPEG, PNG or WebP picture from its beginning to its end.
 */
export function stripMetadata(bytes: Uint8Array): Uint8Array | null {
  if (startsWith(bytes, '\xff\xd8')) return strippedJpeg(bytes);
  if (startsWith(bytes, pngSignature)) return strippedPng(bytes);
  const isWebp = startsWith(bytes, 'RIFF') && textAt(bytes, 8, 4) === 'WEBP';
  return isWebp ? strippedWebp(bytes) : null;
}
