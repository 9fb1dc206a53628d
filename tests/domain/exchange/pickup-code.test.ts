import * as fc from 'fast-check';
import { composeCode, parseCode } from '../../../src/domain/exchange/pickup-code';

const hex = (length: number) =>
  fc
    .array(fc.constantFrom(...'0123456789abcdef'), { minLength: length, maxLength: length })
    .map((digits) => digits.join(''));
const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codes = fc.record({
  orderId: fc
    .array(fc.constantFrom(...crockford), { minLength: 26, maxLength: 26 })
    .map((digits) => digits.join('')),
  issuedAtMs: fc.integer({ min: 0, max: 4_102_444_800_000 }),
  nonce: hex(8),
  signature: hex(32),
});

test('what is written is what is read', () => {
  fc.assert(fc.property(codes, (code) => expect(parseCode(composeCode(code))).toEqual(code)));
});

test('any other text is no code, and none is read slowly or thrown at', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (text) => expect(parseCode(text)).toBeNull()),
  );
  fc.assert(
    fc.property(codes, fc.nat(80), (code, at) => {
      const text = composeCode(code);
      const cut = text.slice(0, at % text.length);
      expect(parseCode(cut)).toBeNull();
    }),
  );
});

test('a code fits a small QR code: at most 90 characters', () => {
  fc.assert(fc.property(codes, (code) => expect(composeCode(code).length).toBeLessThanOrEqual(90)));
});
