import '../set-up';
import { missingPart } from '../../../src/packages/join/join-form';

test.each(['', ' ', '\u3164', '\u200B\u2800', '·'])('%j is no name yet', (name) => {
  expect(missingPart('17', name, true)).toMatch(/^请填您的姓名/);
});

test.each(['张3', '张三(大)', '😀'])('%j is told what a name is made of', (name) => {
  expect(missingPart('17', name, true)).toMatch(/^姓名只写汉字或字母/);
});

test.each(['张三', '巴特尔•那顺', '巴特尔。那顺', '𠮷 野', 'ＡＮＮＡ', '⻢三\u200B'])(
  '%j goes in as it is written',
  (name) => {
    expect(missingPart('17', name, true)).toBeNull();
  },
);
