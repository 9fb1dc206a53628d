import { nextId } from '../../../src/domain/town/next-id';

test('ids are counted on, whatever others were given by hand', () => {
  expect(nextId('v', [])).toBe('v01');
  expect(nextId('v', ['v01', 'v2', 'east-village'])).toBe('v03');
  expect(nextId('v', ['v99'])).toBe('v100');
  expect(nextId('s', ['shop-v01', 's04', 's9x'])).toBe('s05');
  expect(nextId('g', ['goods-7', 'soap'])).toBe('g01');
});
