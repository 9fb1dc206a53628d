import type { Random } from '../../support/random';

/** Stands in every text the fuzz sends: it must come up in no log line and no other’s answer. */
export const canary = '金丝雀';
const latinCanary = 'canary';

const longest = 99_000;

/** Text of the length an honest event never has, still below the pipeline’s own limit. */
const longTexts = [
  () => latinCanary.padEnd(longest, 'a'),
  () => canary.padEnd(longest, '啊'),
  () => `${' '.repeat(longest)}x`,
  () => `${'a-'.repeat(40_000)}!`,
  () => `${'1'.repeat(60_000)}号`,
  () => '·'.repeat(60_000),
];
const tooLong = () => latinCanary.padEnd(400_000, 'b');

const strangeTexts = [
  '',
  ' ',
  '\u0000',
  `${latinCanary}\u0000\u0001\u001b[31m\u007f`,
  '\u202e\u2066canary\u2069',
  '\u200b\u200d\ufeff',
  '\ud800',
  `\udfff${latinCanary}\ud83d`,
  'e\u0301\u0323'.repeat(50),
  '\uff1c\uff53\uff43\uff52\uff49\uff50\uff54\uff1e',
  "'; drop table persons; --",
  '<img src=x onerror=alert(1)>',
  '{{7*7}}#{7*7}<%= 7*7 %>',
  '../../../../etc/passwd',
  'cloud://test.files/../secret',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '[object Object]',
  'null',
  'undefined',
  'NaN',
  '0x10',
  '1e308',
  '-0',
  'true',
  '$gt',
  'roles.role',
  '=1+1',
  'v01',
  'v02',
  'shop-v01',
  'town',
  'v01-8',
  'v01-08',
  'v01--8',
  'v01-8.1',
  '7ZZZZZZZZZZZZZZZZZZZZZZZZZ',
  '00000000000000000000000000',
  'ZZZZZZZZZZZZZZZZZZZZZZZZZZ',
];
const days = [
  ...['2026-02-30', '2026-02-29', '2000-01-01', '2099-12-31', '2026-13-01', '2026-00-10'],
  ...['0000-00-00', '9999-12-31', '2026-11-02T00:00:00Z', '20261102', '2026-1-2', '+02026-11-02'],
];
/** NaN and the infinities come as null over the wire; sent raw they must do no harm either. */
const numbers = [
  ...[0, -0, 1, -1, 0.5, 1e-7, 2 ** 31, -(2 ** 31), 2 ** 53, -(2 ** 53), 1e21, 1e308, -1e308],
  ...[Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.MIN_VALUE],
  ...[Number.MAX_SAFE_INTEGER, Date.UTC(1900, 0), 8.64e15, 999, 1000, 9999, 10_000],
  ...[-5, -9, -50, -9999, 5, 50, 200],
];

function deep(random: Random): unknown {
  const depth = random.pick([50, 500, 5_000, 20_000]);
  const isList = random.chance(0.5);
  const text = isList
    ? `${'['.repeat(depth)}${']'.repeat(depth)}`
    : `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
  return text.length > longest ? null : JSON.parse(text);
}

/** As a parser makes them: `__proto__` is a field of its own, not the prototype. */
const polluters = [
  '{"__proto__":{"polluted":true,"roles":[{"role":"town-admin","place":"town"}]}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"prototype":{"polluted":true}}',
  '{"__proto__":null}',
  '{"toString":"canary","valueOf":1,"hasOwnProperty":0,"toJSON":"canary"}',
  '{"length":1000000000,"0":"canary"}',
  '{"then":"canary"}',
];
const operators = [
  ...['{"$gt":""}', '{"$ne":null}', '{"$where":"sleep(9000)"}', '{"$regex":"(a+)+$"}'],
  ...['{"$in":["v01-8"]}', '{"$exists":true}', '{"$or":[{}]}', '{"$set":{"roles":[]}}'],
  ...[
    '{"_internalType":"RegExp","regexp":".*"}',
    '{"$date":{"$numberLong":"0"}}',
    '{"_id":"town"}',
  ],
];

const makers: ((random: Random) => unknown)[] = [
  (random) => random.pick(strangeTexts),
  (random) => random.pick(strangeTexts),
  (random) => random.pick(days),
  (random) => random.pick(numbers),
  (random) => random.pick(numbers),
  (random) => JSON.parse(random.pick(polluters)),
  (random) => JSON.parse(random.pick(operators)),
  (random) => random.pick([null, true, false, undefined]),
  (random) => random.pick([[], {}, [null], [[]], [canary], { value: canary }]),
  () => canary,
];
const heavyMakers: ((random: Random) => unknown)[] = [
  (random) => random.pick(longTexts)(),
  (random) => random.pick(longTexts)(),
  deep,
  () => Array.from({ length: 20_000 }, () => 1),
  () => Array.from({ length: 3_000 }, () => latinCanary),
  () => Object.fromEntries(Array.from({ length: 3_000 }, (_, index) => [`k${index}`, canary])),
  tooLong,
];

/** Anything but what was asked for. */
export function hostileValue(random: Random): unknown {
  return random.pick(random.chance(0.06) ? heavyMakers : makers)(random);
}

/** Names of fields nobody declared. */
export const hostileNames = [
  ...['__proto__', 'constructor', 'prototype', 'toString', 'toJSON', 'openid', 'userInfo'],
  ...['personId', 'roles', 'role', 'caller', 'identity', 'householdId', 'villageId', 'shopId'],
  ...['$where', '$set', '_id', 'Type', 'TriggerName', 'nowMs', 'points', 'canary', '金丝雀', ''],
];
export const hostileDay = (random: Random) => random.pick(days);
export const hostileText = (random: Random) => random.pick(strangeTexts);
export const hostileNumber = (random: Random) => random.pick(numbers);
