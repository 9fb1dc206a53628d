import { mentionsName, plainName } from '../../../src/domain/kernel/names';

test('spaces, dots and case of a name do not count', () => {
  expect(plainName(' 巴特尔 · A.Bc ')).toBe('巴特尔abc');
});

test.each([
  ['张三种的树', '张三', true],
  ['看到 张 三 在', '张三', true],
  ['乌云·其其格来了', '乌云其其格', true],
  ['ABC came', 'abc', true],
  ['李四种的树', '张三', false],
  ['随便什么', '', false],
  ['随便什么', ' ', false],
])('%j mentions %j: %p', (text, name, mentioned) => {
  expect(mentionsName(text, name)).toBe(mentioned);
});
