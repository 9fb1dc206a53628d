import { Refusal } from '../../../src/domain/kernel/refusal';
import { mustBeHardToGuess, pinText } from '../../../src/domain/people/pin';

const members = [
  { birthYear: 1951, phone: '13812349906' },
  { birthYear: 0, phone: null },
];

function outcome(pin: string, number = 17): string {
  try {
    mustBeHardToGuess(pin, { number }, members);
    return 'ok';
  } catch (error) {
    return error instanceof Refusal ? error.code : 'broken';
  }
}

test.each([
  ['0000', '1111', '999999', '1234', '4321', '012345', '987654', '1212', '123123'],
  ['1951', '19510', '201951', '9906', '381234'],
])('what a neighbour tries first is refused: %s, …', (...easy) => {
  for (const pin of easy) expect([pin, outcome(pin)]).toEqual([pin, 'pin-easy']);
});

test('the number of the household, written with noughts, is no PIN', () => {
  expect(outcome('0017')).toBe('pin-easy');
  expect(outcome('0017', 18)).toBe('ok');
});

test.each(['2580', '7391', '40628', '135790', '1122'])('%s is one', (pin) => {
  expect(outcome(pin)).toBe('ok');
});

test('the same digits of two households, or set twice, are signed as other texts', () => {
  const texts = [
    pinText({ householdId: 'A', salt: 'x' }, '2580'),
    pinText({ householdId: 'B', salt: 'x' }, '2580'),
    pinText({ householdId: 'A', salt: 'y' }, '2580'),
  ];
  expect(new Set(texts).size).toBe(3);
});
