import { smallPhotos } from '../../src/client/small-photos';

const sizes: Record<string, number> = { 'a.jpg': 150_000, 'b.png': 900_000, 'c.png': 3_000_000 };

/** A phone that makes nothing smaller; what it has no size of cannot be read. */
async function shrink(path: string) {
  const bytes = sizes[path];
  if (bytes === undefined) throw new Error('no such file');
  return { path, bytes };
}

test('one that cannot be used is named by its number and loses no other', async () => {
  const taken = await smallPhotos(['gone.jpg', 'a.jpg', 'c.png', 'b.png'], shrink);
  expect(taken.photos).toEqual(['a.jpg', 'b.png']);
  expect(taken.problem?.message).toBe(
    '第1张照片打不开,没能加上。请换一张。第3张照片太大,没能加上。请用相机重新拍。',
  );
});

test('a single one needs no number, and where all is well nothing is told', async () => {
  expect((await smallPhotos(['c.png'], shrink)).problem?.message).toMatch(/^这张照片太大/);
  expect(await smallPhotos(['a.jpg'], shrink)).toEqual({ photos: ['a.jpg'], problem: null });
});
