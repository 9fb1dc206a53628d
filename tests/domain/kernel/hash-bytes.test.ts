import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { sha256Hex, utf8ByHand } from '../../../src/domain/kernel/hash';

test('a phone without TextEncoder makes the same bytes of every text', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  );
  fc.assert(
    fc.property(texts, (text) => {
      expect([...utf8ByHand(text)]).toEqual([...new TextEncoder().encode(text)]);
    }),
  );
});

test('the hash is SHA-256, as Node makes it, of any length', () => {
  const texts = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string());
  const made = (text: string) => createHash('sha256').update(text).digest('hex');
  fc.assert(fc.property(texts, (text) => expect(sha256Hex(text)).toBe(made(text))));
  for (let length = 0; length < 200; length += 1) {
    const text = 'a'.repeat(length);
    expect([length, sha256Hex(text)]).toEqual([length, made(text)]);
  }
});
