import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

const size = 320;
const crcTable = Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const crc = Buffer.alloc(4);
  crc.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, crc]);
}

function colourAt(x: number, y: number, shade: number): [number, number, number] {
  const hill = size * 0.55 + Math.sin((x / size) * Math.PI * 2 + shade) * size * 0.08;
  if (y < hill) return [170 - (y >> 2), 205 - (y >> 3), 230];
  const depth = (y - hill) / size;
  return [96 + shade * 8 - depth * 60, 142 - depth * 50, 78 - depth * 40];
}

/**
 * A drawn steppe under a sky, PNG: stands in for a photo of a deed, and shows nobody. No two are
 * the same picture, as no two photos are: a line of the sky is `what` it shows.
 */
export function drawnPhoto(what: number | string): Uint8Array {
  const line = createHash('sha256').update(String(what)).digest();
  const shade = (line[0] as number) % 5;
  const rows = Buffer.alloc(size * (size * 3 + 1));
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const at = y * (size * 3 + 1) + 1 + x * 3;
      rows.set(colourAt(x, y, shade).map(Math.round), at);
    }
  }
  rows.set(line, 1);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([signature, ...parts]);
}
