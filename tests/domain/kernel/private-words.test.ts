import {
  mustHoldNoPrivateNumber,
  privateNumberIn,
} from '../../../src/domain/kernel/private-number';
import { refusalOf } from './refusal-of';

// Made up, as in the test beside this one: no such region, no such prefix in use.
const idNumber = '990102197503052316';
const mobile = '13900001111';
const advice = '请把它删掉再交,要留电话就写办公电话。';

test.each([
  ['身份证号(990', idNumber],
  ['手机号(139', mobile],
  ['银行卡号(622', '6222020000000000000'],
])('%s… is said by its kind', (named, number) => {
  expect(refusalOf(() => mustHoldNoPrivateNumber(`号码${number}`))).toEqual({
    code: 'private-number',
    message: ['要公开的文字里有一个', named, ' 开头的那串数字)。', advice].join(''),
  });
});

test.each([
  ['4111 1111 1111 1111', '411'],
  ['6222020000000000001', '622'],
  ['6222020000000000002', '622'],
  ['5555-5555-5555-4444', '555'],
  ['5900 1999 0090 9995', '590'],
])(
  'a card is one by its issuer or its check digit, however it is grouped: %s',
  (text, beginning) => {
    expect(privateNumberIn(text)).toEqual({ kind: 'bank-card', beginning });
  },
);

test.each([
  ['twice dialled out', '00 86 139 0000 1111'],
  ['bold digits of mathematics', '𝟏𝟑𝟗𝟎𝟎𝟎𝟎𝟏𝟏𝟏𝟏'],
  ['digits of a typewriter', '𝟷𝟹𝟿𝟶𝟶𝟶𝟶𝟷𝟷𝟷𝟷'],
  ['full width', '13900001111'],
  ['a point between', '139.0000·1111'],
  ['an underline between', '139_0000—1111'],
  ['a dash between', '139–0000 -1111'],
  ['three signs between', '139 - 0000 - 1111'],
  ['other groups', '1390-0001-111'],
  ['groups of four and three', '1390 000 1111'],
  ['groups of two', '139 00 00 11 11'],
  ['each digit apart', '1 3 9 0 0 0 0 1 1 1 1'],
  ['its beginning in brackets', '(139)00001111'],
  ['its beginning in wide brackets', '(139)0000-1111'],
  ['strokes between', '139/0000/1111'],
  ['commas of a list between', '139、0000、1111'],
])('a mobile number with %s', (_how, text) => {
  expect(privateNumberIn(text)).toEqual({ kind: 'mobile', beginning: '139' });
});

test.each([
  ['four signs between its groups', '139 -- 0000 -- 1111'],
  ['a month that is none', '990102197513052316'],
  ['a day that is none', '990102197503322316'],
  ['a century that is none', '990102217503052316'],
  ['a prefix that is none', '12900001111'],
  ['a card of no kind', '7111111111111111'],
  ['a card by nothing but its end', '4111111111111162'],
])('%s: no private number', (_why, text) => {
  expect(privateNumberIn(text)).toBeNull();
});

test('every text is looked at, also behind one that is allowed, and in lists of lists', () => {
  expect(
    refusalOf(() => mustHoldNoPrivateNumber([mobile, idNumber], ['mobile'])).message,
  ).toContain('身份证号');
  expect(() => mustHoldNoPrivateNumber([[{ a: [null, 7, '无', [idNumber]] }]])).toThrow('身份证号');
  expect(() =>
    mustHoldNoPrivateNumber([null, 13_900_001_111, true, mobile], ['mobile']),
  ).not.toThrow();
});
