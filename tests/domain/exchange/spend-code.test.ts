import * as fc from 'fast-check';
import {
  composeCode,
  mustServeOwnShop,
  type PickupCode,
  parseCode,
  pickupCodeLifeMs,
  refuseForeignCode,
  scanLifeMs,
  signedText,
  spendCode,
  standingScan,
} from '../../../src/domain/exchange/pickup-code';
import { refusalOf } from '../kernel/refusal-of';
import { nowMs, placed } from './fixture';

const code: PickupCode = {
  orderId: '01KAHZ8N7XQ5T3M2W9V4C6B0RD',
  issuedAtMs: nowMs,
  nonce: '0a1b2c3d',
  signature: '0123456789abcdef0123456789abcdef',
};
const text = composeCode(code);
const { order } = placed();

test('a code is good for a minute, a scan for five', () => {
  expect([pickupCodeLifeMs, scanLifeMs]).toEqual([60_000, 300_000]);
});

test('a code has one shape on every phone', () => {
  expect(text).toBe(
    `JF1.01KAHZ8N7XQ5T3M2W9V4C6B0RD.${nowMs.toString(36)}.0a1b2c3d.0123456789abcdef0123456789abcdef`,
  );
  expect(parseCode(`\n ${text} `)).toEqual(code);
  expect(parseCode(composeCode({ ...code, issuedAtMs: 0 }))).toEqual({ ...code, issuedAtMs: 0 });
});

test.each([
  ['something before it', `x${text}`],
  ['something behind it', `${text}0`],
  ['another version', text.replace('JF1', 'JF2')],
  ['another sign than a point', text.replace('JF1.', 'JF1-')],
  ['small letters in the order', text.replace('01KAHZ', '01kahz')],
  ['a letter that is no digit of an order', text.replace('01KAHZ', '01KAHI')],
  ['a time too long', text.replace('.0a1b2c3d', '00.0a1b2c3d')],
  ['zeros before the time', text.replace(nowMs.toString(36), `0${nowMs.toString(36)}`)],
  ['capital hex digits', text.replace('0a1b2c3d', '0A1B2C3D')],
  ['nothing in any of its parts', 'JF1.undefined.undefined.undefined.undefined'],
  ['a short nonce', text.replace('0a1b2c3d', '0a1b2c3')],
])('no code of ours: %s', (_what, other) => {
  expect(parseCode(other)).toBeNull();
});

test('the signature covers order, shop, moment and nonce', () => {
  expect(signedText(code, 'shop-1')).toBe(`01KAHZ8N7XQ5T3M2W9V4C6B0RD|shop-1|${nowMs}|0a1b2c3d`);
});

test('a strange code is refused with the way to a good one', () => {
  expect(refusalOf(refuseForeignCode)).toEqual({
    code: 'code-not-ours',
    message: '这不是积分超市的取货码。请让对方在“我的兑换单”里点“出示取货码”。',
  });
});

test('a scan lets only its keeper hand over, for five minutes less a moment', () => {
  const scan = { keeperId: 'keeper-1', atMs: nowMs };
  const endsAtMs = nowMs + 300_000;
  const own = { byThisKeeper: true, endsAtMs };
  expect(standingScan(scan, 'keeper-1', endsAtMs - 1)).toEqual(own);
  expect(standingScan(scan, 'keeper-1', endsAtMs)).toBeNull();
  expect(standingScan(scan, 'keeper-2', nowMs)).toEqual({ ...own, byThisKeeper: false });
  expect(standingScan(scan, null, nowMs)).toEqual({ ...own, byThisKeeper: false });
  expect(standingScan(null, 'keeper-1', nowMs)).toBeNull();
});

test('a keeper is sent to no other shop’s order', () => {
  expect(() => mustServeOwnShop(order, ['shop-2', 'shop-1'])).not.toThrow();
  expect(refusalOf(() => mustServeOwnShop(order, ['shop-2']))).toEqual({
    code: 'other-shop',
    message: '这张单要在图克超市取货。请让对方到那家店去。',
  });
});

test('a code is spent once: the scan stands, and the code is kept as used', () => {
  const spent = spendCode(order, code, 'keeper-1', nowMs + 59_999);
  expect(spent).toEqual({
    ...order,
    scan: { keeperId: 'keeper-1', atMs: nowMs + 59_999 },
    usedCodes: [{ signature: code.signature, validUntilMs: nowMs + 60_000 }],
  });
  expect(refusalOf(() => spendCode(spent, code, 'keeper-1', nowMs + 59_999))).toEqual({
    code: 'code-used',
    message: '这个取货码已经扫过了。请让对方刷新出新的码再扫。',
  });
  const ended = { ...spent, state: 'handed-over' as const };
  expect(refusalOf(() => spendCode(ended, code, 'keeper-1', nowMs + 59_999)).message).toBe(
    '这个取货码已经扫过了。这张单已经办完了。',
  );
});

test('a code is stale when its minute is over', () => {
  expect(refusalOf(() => spendCode(order, code, 'keeper-1', nowMs + 60_000))).toEqual({
    code: 'code-stale',
    message: '这个取货码过了 1 分钟,不能用了。请让对方刷新一下再扫。',
  });
});

test('in whatever order and time, each code is taken at most once and only in its minute', () => {
  const attempts = fc.array(fc.record({ nonce: fc.nat(3), waitMs: fc.nat(40_000) }), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(attempts, (wanted) => {
      const taken = new Set<string>();
      let [current, clockMs] = [order, nowMs];
      for (const { nonce, waitMs } of wanted) {
        clockMs += waitMs;
        const signature = `signature-${nonce}`;
        const issuedAtMs = nowMs + nonce * 20_000;
        const good = clockMs < issuedAtMs + 60_000 && !taken.has(signature);
        const attempt = () => spendCode(current, { ...code, issuedAtMs, signature }, 'k', clockMs);
        if (!good) {
          expect(attempt).toThrow();
          continue;
        }
        current = attempt();
        taken.add(signature);
        // What is stale anyway need not be kept: the list stays short.
        for (const used of current.usedCodes) expect(used.validUntilMs).toBeGreaterThan(clockMs);
      }
    }),
  );
});

test('a used code is forgotten in the instant it would be stale anyway', () => {
  const spent = spendCode(order, code, 'keeper-1', nowMs);
  const next = { ...code, issuedAtMs: nowMs + 30_000, signature: 'f'.repeat(32) };
  const usedAt = (atMs: number) =>
    spendCode(spent, next, 'keeper-1', atMs).usedCodes.map(({ signature }) => signature);
  expect(usedAt(nowMs + 59_999)).toEqual([code.signature, next.signature]);
  expect(usedAt(nowMs + 60_000)).toEqual([next.signature]);
});
