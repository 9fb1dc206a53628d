import type { DeviceProblem } from './device-problem';

/** A photo is made smaller until it has at most this. */
export const wantedBytes = 200_000;
/** One that cannot be made smaller is sent as it is up to this. */
const largestBytes = 1_000_000;

export type Small = { path: string; bytes: number };
export type Taken = { photos: string[]; problem: DeviceProblem | null };

/**
 * Makes the chosen photos small, each by itself: one that cannot be used is named and loses no
 * other.
 * @param shrink answers the smallest it could make; rejects when the photo cannot be read
 */
export async function smallPhotos(
  paths: readonly string[],
  shrink: (path: string) => Promise<Small>,
): Promise<Taken> {
  const made = await Promise.all(paths.map((path) => shrink(path).catch(() => null)));
  const photos: string[] = [];
  const lost: string[] = [];
  made.forEach((small, index) => {
    const name = paths.length === 1 ? '这张照片' : `第${index + 1}张照片`;
    if (small === null) lost.push(`${name}打不开,没能加上。请换一张。`);
    else if (small.bytes > largestBytes) lost.push(`${name}太大,没能加上。请用相机重新拍。`);
    else photos.push(small.path);
  });
  const problem = lost.length > 0 ? { message: lost.join(''), settings: null } : null;
  return { photos, problem };
}
