import { longestAnswerBytes } from '../../cloudfunctions/runtime/answer-size';
import { allContracts } from '../../src/contracts';
import { answerOf, endlessLists, fullest } from './answer-parts';

const answers = allContracts.map((each) => {
  const name = `${each.functionName}.${each.action}`;
  return [name, answerOf(each)] as const;
});
const bytesOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

test.each(answers)('%s: every list it answers with says how long it may be', (_name, answer) => {
  expect(endlessLists(answer)).toEqual([]);
});

test.each(answers)('%s: filled to its bounds it fits a phone', (_name, answer) => {
  expect(bytesOf(fullest(answer))).toBeLessThan(longestAnswerBytes);
});

test('a list without a bound is named, and one that is too long is seen', () => {
  const text = { type: 'string' };
  const line = { type: 'object', properties: { name: text } };
  const inList = (items: object, maxItems?: number) => ({
    type: 'object',
    properties: { rows: { type: 'array', items, ...(maxItems && { maxItems }) } },
  });
  expect(endlessLists(inList(line))).toEqual(['rows']);
  expect(endlessLists(inList(inList(line), 9))).toEqual(['rows[].rows']);
  expect(endlessLists(inList(line, 9))).toEqual([]);
  expect(bytesOf(fullest(inList(line, 9)))).toBe(
    bytesOf({ rows: Array(9).fill({ name: '户'.repeat(40) }) }),
  );
  expect(bytesOf(fullest(inList(inList(line, 100), 100)))).toBeGreaterThan(longestAnswerBytes);
});
