import { deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const CRC_POLYNOMIAL = 0xedb88320;
const WHITE = 255;
const BLACK = 0;

/** CRC-32 as PNG wants it (ISO 3309); node:zlib offers it only from Node 22 on. */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? CRC_POLYNOMIAL : 0);
  }
  return ~crc >>> 0;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8 + body.length);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), 4 + body.length);
  return frame;
}

/**
 * A square black-and-white picture (8-bit grey), `width` pixels wide. Rows with the same `rowKey`
 * as the row above are copied from it: a code of large squares is drawn in milliseconds.
 */
export function drawPng(
  width: number,
  rowKey: (y: number) => number,
  isDark: (x: number, y: number) => boolean,
): Buffer {
  const stride = 1 + width;
  const pixels = Buffer.alloc(stride * width, WHITE);
  for (let y = 0; y < width; y += 1) {
    const start = y * stride;
    if (y > 0 && rowKey(y) === rowKey(y - 1)) {
      pixels.copy(pixels, start, start - stride, start);
      continue;
    }
    // A row begins with its filter: none.
    pixels[start] = 0;
    for (let x = 0; x < width; x += 1) {
      if (isDark(x, y)) pixels[start + 1 + x] = BLACK;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(width, 4);
  header.writeUInt8(8, 8);
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(pixels))];
  return Buffer.concat([SIGNATURE, ...parts, chunk('IEND', Buffer.alloc(0))]);
}
