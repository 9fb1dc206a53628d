import { decoded } from '../../src/client/decoded';
import { readPageParams } from '../../src/client/page-params';
import { readScene } from '../../src/client/scene';

test('what comes plain, encoded once or twice is the same', () => {
  for (const scene of ['v=v03', 'v%3Dv03', 'v%253Dv03']) {
    expect(readPageParams({ scene })).toEqual({ scene: 'v=v03' });
    expect(readScene(scene)).toEqual({ kind: 'village', villageId: 'v03' });
  }
  expect(decoded('100%')).toBe('100%');
});

test('what is not ours or has not its shape is as good as missing', () => {
  expect(readPageParams(undefined)).toEqual({});
  expect(
    readPageParams({
      villageId: '../v03',
      key: 'Low Income',
      version: '0',
      recordId: '01J8Z',
      orderId: '',
      view: { toString: () => 'to-check' },
      stranger: 'x',
    }),
  ).toEqual({});
  expect(readPageParams({ villageId: 'v03', version: '12' })).toEqual({
    villageId: 'v03',
    version: '12',
  });
});
