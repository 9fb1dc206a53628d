import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

/**
 * The second half of a measured list: written by somebody who had not seen what is measured, packed
 * so that nobody who tunes it reads it by chance. No line of it ever goes into the first half.
 * @param directory where `held-out.tsv.gz` and `held-out.sha256` lie
 * @returns its lines, each cut at the tabs; throws where it is not the one of the hash
 */
export function readHeldOut(directory: string): string[][] {
  const held = gunzipSync(readFileSync(path.join(directory, 'held-out.tsv.gz')));
  const [hash] = readFileSync(path.join(directory, 'held-out.sha256'), 'utf8').split(' ');
  if (createHash('sha256').update(held).digest('hex') !== hash) {
    throw new Error('the held-out half is not the one whose hash was committed');
  }
  return held
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));
}
