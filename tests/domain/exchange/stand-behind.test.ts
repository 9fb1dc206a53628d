import { threeStandBehind } from '../../../src/domain/exchange/stand-behind';
import type { ByProxy } from '../../../src/domain/people/types';

const by = (helperId: string, secondId: string | null): { byProxy: ByProxy } => ({
  byProxy: { proxyId: 'P', helperId, secondId, as: 'cadre' },
});
const pin = { secondId: null };

test('what a household ordered itself needs nobody more', () => {
  expect(threeStandBehind({}, 'keeper', null)).toBe(true);
  expect(threeStandBehind({}, 'keeper', pin)).toBe(true);
});

test.each([
  ['ordered with the PIN and handed to oneself', by('keeper', null), null],
  ['and the PIN again', by('keeper', null), pin],
  ['a friend at the counter who confirmed', by('cadre', 'keeper'), null],
  ['and confirms once more', by('cadre', 'keeper'), { secondId: 'cadre' }],
  ['one villager for both', by('keeper', 'villager'), { secondId: 'villager' }],
])('two are not enough: %s', (_, order, witness) => {
  expect(threeStandBehind(order, 'keeper', witness)).toBe(false);
});

test.each([
  ['the PIN, and another keeper', by('cadre', null), null],
  ['a villager confirmed, and another keeper', by('cadre', 'villager'), null],
  ['ordered with the PIN, a villager at the counter', by('keeper', null), { secondId: 'other' }],
  ['a villager confirmed, the PIN at the counter', by('keeper', 'villager'), pin],
  ['two villagers, one after the other', by('keeper', 'villager'), { secondId: 'other' }],
])('three stand behind it: %s', (_, order, witness) => {
  expect(threeStandBehind(order, 'keeper', witness)).toBe(true);
});

test('of a keeper who has nothing to do with it, it is one more', () => {
  expect(threeStandBehind(by('cadre', null), null, null)).toBe(true);
});
