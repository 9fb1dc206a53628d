import { readScene } from '../../src/client/scene';

test('a village, a shop and a poster of a matter are told apart', () => {
  expect(readScene('v=v03')).toEqual({ kind: 'village', villageId: 'v03' });
  expect(readScene('s=shop-3')).toEqual({ kind: 'shop', shopId: 'shop-3' });
  expect(readScene('m=v03.subsistence-allowance.2')).toEqual({
    kind: 'matter',
    villageId: 'v03',
    key: 'subsistence-allowance',
    version: 2,
  });
});

test('WeChat hands the scene over encoded, a mini-program code as a page with its scene', () => {
  expect(readScene('v%3Dv03')).toEqual({ kind: 'village', villageId: 'v03' });
  expect(readScene('pages/board/index?scene=v%3Dv03')).toEqual({
    kind: 'village',
    villageId: 'v03',
  });
});

test.each(['v%253Dv03', 'pages/board/index?scene=v%253Dv03', 'pages/board/index?scene=v=v03'])(
  '%p is read too: one system encodes once more than the other',
  (text) => {
    expect(readScene(text)).toEqual({ kind: 'village', villageId: 'v03' });
  },
);

test.each([
  '',
  'v=',
  'v=V03',
  'v=v03&s=x',
  'v=../../etc',
  'm=v03.key',
  'm=v03.key.0',
  'https://example.com/',
  'h1.v03-17.0123',
  '%E0%A4%A',
])('%p is none of our printed codes', (text) => {
  expect(readScene(text)).toBeNull();
});
