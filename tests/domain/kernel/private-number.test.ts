import {
  mustHoldNoPrivateNumber,
  privateNumberIn,
} from '../../../src/domain/kernel/private-number';
import { refusalOf } from './refusal-of';

// Made up: no such region, no such prefix in use, the issuer's own example card.
test.each([
  ['联系人身份证990102197503052316', 'id-number', '990'],
  ['99010219750305231X', 'id-number', '990'],
  ['990102 19750305 231x。', 'id-number', '990'],
  ['990102-1975-0305-2316', 'id-number', '990'],
  ['老证990102750305231', 'id-number', '990'],
  ['990102197503052316', 'id-number', '990'],
  ['卡号6222 0200 0000 0000 000', 'bank-card', '622'],
  ['4111111111111111', 'bank-card', '411'],
  ['打13900001111问', 'mobile', '139'],
  ['139-0000-1111', 'mobile', '139'],
  ['139 0000 1111', 'mobile', '139'],
  ['+86 13900001111', 'mobile', '139'],
  ['8613900001111', 'mobile', '139'],
  ['1390\u200b0001111', 'mobile', '139'],
  ['一三九〇〇〇〇一一一一', 'mobile', '139'],
  ['幺三九零零零零幺幺幺幺', 'mobile', '139'],
  ['᠑᠓᠙᠐᠐᠐᠐᠑᠑᠑᠑', 'mobile', '139'],
  ['2026-11-23 13900001111', 'mobile', '139'],
])('%s holds a private number', (text, kind, beginning) => {
  expect(privateNumberIn(text)).toEqual({ kind, beginning });
});

test.each([
  '电话0477-7210000',
  '12345、12348、95588',
  '2026-11-23 9:00-17:30',
  '第20261123号',
  '每户1390元,共1111户',
  '内政发〔2026〕141号第13条',
  '编号1390000111',
  '编号139000011112',
  '一三五七九',
  '4111111111111112',
  '',
])('%s holds none', (text) => {
  expect(privateNumberIn(text)).toBeNull();
});

test('a number that may not be public is named by its beginning, never repeated', () => {
  const deep = { name: '事项', steps: [{ text: '找张三,13900001111' }] };
  const refusal = refusalOf(() => mustHoldNoPrivateNumber(deep));
  expect(refusal).toEqual({
    code: 'private-number',
    message:
      '要公开的文字里有一个手机号(139 开头的那串数字)。请把它删掉再交,要留电话就写办公电话。',
  });
});

test('a kind that is meant to be public may be allowed, and only that kind', () => {
  expect(() => mustHoldNoPrivateNumber('13900001111', ['mobile'])).not.toThrow();
  expect(() => mustHoldNoPrivateNumber('990102197503052316', ['mobile'])).toThrow('身份证号');
  expect(() => mustHoldNoPrivateNumber(undefined)).not.toThrow();
});
