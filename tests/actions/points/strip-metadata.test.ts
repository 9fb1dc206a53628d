import * as fc from 'fast-check';
import { stripMetadata } from '../../../cloudfunctions/points/photos/strip-metadata';
import { drawnPhoto } from '../../../config/run/seed/photo';
import { jpegParts, jpegSegment, testPhoto } from '../../support/photo';

const planted = 'GPS 38.7N 109.2E, taken by Zhang';
const latin = (text: string) => Buffer.from(text, 'latin1');
const join = (...parts: Iterable<number>[]) => Uint8Array.from(parts.flatMap((part) => [...part]));

function exif(orientation: number, little = false): Uint8Array {
  const tiff = Buffer.alloc(26);
  tiff.write(little ? 'II' : 'MM', 'latin1');
  const two = (value: number, at: number) =>
    little ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at);
  const four = (value: number, at: number) =>
    little ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at);
  two(42, 2);
  four(8, 4);
  two(1, 8);
  two(0x0112, 10);
  two(3, 12);
  four(1, 14);
  two(orientation, 18);
  return jpegSegment(0xe1, Buffer.concat([latin('Exif\0\0'), tiff, latin(planted)]));
}

const { start, jfif, picture, end } = jpegParts('a');

function noted(first: Iterable<number>): Uint8Array {
  return join(
    ...[start, first, jfif, jpegSegment(0xe1, `http://ns.adobe.com/xap/1.0/\0${planted}`)],
    ...[jpegSegment(0xe2, `MPF\0${planted}`), jpegSegment(0xed, planted)],
    ...[jpegSegment(0xfe, planted), picture, end, latin(planted)],
  );
}

function pngChunk(name: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  return Buffer.concat([length, latin(name), body, Buffer.alloc(4)]);
}

function webp(chunks: readonly (readonly [string, Buffer])[]): Uint8Array {
  const body = Buffer.concat(
    chunks.map(([name, data]) => {
      const size = Buffer.alloc(4);
      size.writeUInt32LE(data.length);
      return Buffer.concat([latin(name), size, data, Buffer.alloc(data.length % 2)]);
    }),
  );
  const size = Buffer.alloc(4);
  size.writeUInt32LE(body.length + 4);
  return Buffer.concat([latin('RIFF'), size, latin('WEBP'), body]);
}

const text = (bytes: Uint8Array | null) => Buffer.from(bytes ?? []).toString('latin1');

test('a JPEG loses what was noted in it and behind it, and its picture stays bit by bit', () => {
  expect(text(noted(exif(1)))).toContain(planted);
  expect(stripMetadata(noted(exif(1)))).toEqual(testPhoto('a'));
  expect(stripMetadata(testPhoto('a'))).toEqual(testPhoto('a'));
});

test.each([true, false])('which way up a photo stands is kept, and that alone', (little) => {
  const stripped = stripMetadata(noted(exif(6, little)));
  const upright = exif(6).subarray(10, 36);
  expect(text(stripped)).toContain(text(upright));
  expect(text(stripped)).not.toContain('GPS');
  expect(stripMetadata(stripped as Uint8Array)).toEqual(stripped);
});

test('a small picture in the head of a JPEG goes too', () => {
  const thumbnail = jpegSegment(0xe0, `JFIF\0\x01\x01\0\0\x48\0\x48\x02\x02${planted}`);
  expect(stripMetadata(join(start, thumbnail, picture, end))).toEqual(testPhoto('a'));
});

test('a PNG loses its words, times and EXIF', () => {
  const plain = Buffer.from(drawnPhoto(1));
  const parts = ['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'prVt'].map((name) =>
    pngChunk(name, latin(planted)),
  );
  const head = 8 + 25;
  const whole = [plain.subarray(0, head), ...parts, plain.subarray(head), latin(planted)];
  const full = Buffer.concat(whole);
  expect(text(stripMetadata(full))).toBe(text(plain));
});

test('a WebP loses EXIF and XMP and no longer promises them', () => {
  const flags = (value: number) => Buffer.from([value, 0, 0, 0, 7, 0, 0, 7, 0, 0]);
  const data = latin('a picture');
  const full = webp([
    ['VP8X', flags(0x10 | 0x08 | 0x04)],
    ['VP8 ', data],
    ['EXIF', latin(planted)],
    ['XMP ', latin(planted)],
  ]);
  const plain = webp([
    ['VP8X', flags(0x10)],
    ['VP8 ', data],
  ]);
  expect(text(stripMetadata(full))).toBe(text(plain));
});

test('what is no picture, or ends too early, is none', () => {
  const pictures = [
    testPhoto('a'),
    Uint8Array.from(drawnPhoto(1)),
    webp([['VP8 ', latin('abcd')]]),
  ];
  for (const bytes of pictures) {
    expect(stripMetadata(bytes)).not.toBeNull();
    for (const length of [0, 1, 2, 4, 11, 12, 15, bytes.length - 1]) {
      expect(stripMetadata(bytes.subarray(0, length))).toBeNull();
    }
  }
  expect(stripMetadata(latin('<html>not a picture</html>'))).toBeNull();
});

test('whatever comes, it ends and never throws', () => {
  const heads = [testPhoto('a'), Uint8Array.from(drawnPhoto(2)), webp([['VP8L', latin('abcd')]])];
  fc.assert(
    fc.property(fc.constantFrom(...heads), fc.nat(200), fc.uint8Array(), (head, at, noise) => {
      const spoilt = join(head.subarray(0, at), noise, head.subarray(at));
      expect(() => stripMetadata(spoilt)).not.toThrow();
    }),
  );
});
