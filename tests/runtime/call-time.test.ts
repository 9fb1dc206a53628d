import { callTime, shortageOf } from '../../cloudfunctions/runtime/call-time';

test('a call may begin something within 70 % of what the platform gives it', () => {
  let nowMs = 5000;
  const time = callTime(() => nowMs);
  expect(time.leftMs()).toBe(Number.POSITIVE_INFINITY);
  time.begin({ time_limit_in_ms: 20_000 });
  expect(time.leftMs()).toBe(14_000);
  // A part of it is kept for what is under way.
  nowMs += 10_999;
  expect(time.mayBegin()).toBe(true);
  nowMs += 1;
  expect(time.mayBegin()).toBe(false);
  nowMs += 3000;
  expect(time.leftMs()).toBe(0);
  time.begin({ time_limit_in_ms: 3000 });
  expect(time.leftMs()).toBe(2100);
  time.begin({});
  expect(time.leftMs()).toBe(Number.POSITIVE_INFINITY);
});

test('a function that was given less than it needs says what, and where to change it', () => {
  const given = { time_limit_in_ms: 3000, memory_limit_in_mb: 128 };
  expect(shortageOf(given, { timeout: 20 })).toEqual({
    code: 'limits-too-small',
    message:
      '超时时间只有 3 秒,要 20 秒;内存只有 128 MB,要 256 MB。' +
      '请在云开发控制台改,或运行 npm run deploy。',
  });
  expect(shortageOf({ time_limit_in_ms: 20_000, memory_limit_in_mb: 256 }, { timeout: 20 })).toBe(
    null,
  );
  expect(shortageOf({}, { timeout: 20, memorySize: 512 })).toBeNull();
});
