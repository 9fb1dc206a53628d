import { readCatalogue } from '../../config/catalogue';
import { mustHoldNoPrivateNumber, privateNumberIn } from '../../src/domain/kernel/private-number';

/** Every text in a value, however deep. */
function eachTextIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(eachTextIn);
}

test('no sentence of the catalogue is taken for a number, alone or one behind the other', () => {
  const texts = eachTextIn(readCatalogue());
  expect(texts.length).toBeGreaterThan(200);
  expect(texts.filter((text) => privateNumberIn(text))).toEqual([]);
  expect(privateNumberIn(texts.join(' '))).toBeNull();
});

test('the catalogue a village starts with holds no private number', () => {
  expect(() => mustHoldNoPrivateNumber(readCatalogue())).not.toThrow();
});
