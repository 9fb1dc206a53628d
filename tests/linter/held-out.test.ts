import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { lintRule } from '../../src/domain/scheme/linter/lint-rule';

/**
 * The second half: written by somebody who had not seen the linter, its hash committed before it
 * was measured. It is packed so that nobody who tunes the linter reads it by chance; a sentence of
 * it never goes into the first half.
 */
const read = (file: string) => readFileSync(path.join(__dirname, file));
const held = gunzipSync(read('held-out.tsv.gz'));
const sentences = held
  .toString('utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => line.split('\t'));

/** Of a hundred: as measured and a little above. What is asked for is 5 and 3. */
const mostMissed = 23;
const mostRefused = 11;

test('it is the one whose hash was committed', () => {
  const [hash] = read('held-out.sha256').toString('utf8').split(' ');
  expect(createHash('sha256').update(held).digest('hex')).toBe(hash);
});

test('how many unlawful ones are missed and lawful ones refused gets no worse', () => {
  const shareOfWrong = (label: string) => {
    const these = sentences.filter(([, given]) => given === label);
    const wrong = these.filter(
      ([sentence = '']) => lintRule(sentence).lawful !== (label === 'lawful'),
    );
    expect(these.length).toBeGreaterThan(150);
    return (100 * wrong.length) / these.length;
  };
  expect(shareOfWrong('unlawful')).toBeLessThanOrEqual(mostMissed);
  expect(shareOfWrong('lawful')).toBeLessThanOrEqual(mostRefused);
});
