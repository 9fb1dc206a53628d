import { concat, textAt, viewOf } from './bytes';

const needed = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ICCP']);
/** Flags of VP8X that promise XMP, EXIF and a film; none of them is there any more. */
const promised = 0x04 | 0x08 | 0x02;

function withoutPromises(chunk: Uint8Array): Uint8Array {
  const copy = chunk.slice();
  copy[8] = (copy[8] as number) & ~promised;
  return copy;
}

/** A WebP picture without what was noted in it; null where it is none, or a film. */
export function strippedWebp(bytes: Uint8Array): Uint8Array | null {
  const view = viewOf(bytes);
  const kept: Uint8Array[] = [];
  const end = Math.min(bytes.length, 8 + view.getUint32(4, true));
  let hasPicture = false;
  for (let at = 12; at + 8 <= end; ) {
    const name = textAt(bytes, at, 4);
    const size = view.getUint32(at + 4, true);
    const next = at + 8 + size + (size % 2);
    if (next > end || (name === 'VP8X' && size < 10)) return null;
    const chunk = bytes.subarray(at, next);
    if (needed.has(name)) kept.push(name === 'VP8X' ? withoutPromises(chunk) : chunk);
    hasPicture ||= name === 'VP8 ' || name === 'VP8L';
    at = next;
  }
  if (!hasPicture) return null;
  const body = concat(kept);
  const head = bytes.slice(0, 12);
  viewOf(head).setUint32(4, body.length + 4, true);
  return concat([head, body]);
}
