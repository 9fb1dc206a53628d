import { isFlat } from './actions/growth';

const at = (size: number, requests: number, examined: number) => ({
  ...{ functionName: 'points' as const, action: 'read-board', kind: 'query' },
  ...{ size, requests, examined, written: 0, answerBytes: 0 },
});

test('one request more is growth at any size, a page of documents only in an old village', () => {
  expect(isFlat([at(10, 3, 4), at(1000, 3, 22), at(10_000, 3, 22)])).toBe(true);
  expect(isFlat([at(10, 3, 4), at(1000, 4, 22)])).toBe(false);
  expect(isFlat([at(10, 3, 4), at(1000, 3, 30)])).toBe(false);
  expect(isFlat([at(1000, 3, 20), at(10_000, 3, 22)])).toBe(true);
  expect(isFlat([at(1000, 3, 4), at(10_000, 3, 22)])).toBe(false);
});
