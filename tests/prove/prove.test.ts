import { readFileSync } from 'node:fs';
import path from 'node:path';
import { scripts } from '../../package.json';
import { type Proof, proofs } from './proofs';
import { placesIn, withFigure } from './readme';
import { runProof } from './run-proof';

const readme = readFileSync(path.resolve(__dirname, '../README.md'), 'utf8');
const place = 'a <!-- proof:one -->old<!-- /proof:one --> z';

test('every proof has its one place in README, and every place its proof', () => {
  const names = proofs.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(placesIn(readme).sort()).toEqual([...names].sort());
  for (const name of names) expect(withFigure(readme, name, 'new')).toContain('new');
});

test('every command is one of package.json, or jest', () => {
  for (const { name, commands } of proofs) {
    for (const [program, ...words] of commands) {
      if (program === 'npm')
        expect([name, Object.keys(scripts)]).toContainEqual(expect.arrayContaining([words[2]]));
      else expect([name, words[0]]).toEqual([name, 'node_modules/jest/bin/jest.js']);
    }
  }
});

test('a figure takes the place of the old one, in one line of a table', () => {
  expect(withFigure(place, 'one', '{"lost":3,"n":1} |\n4')).toBe(
    'a <!-- proof:one -->lost:3, n:1 \\| 4<!-- /proof:one --> z',
  );
  expect(() => withFigure(place, 'two', '')).toThrow('needs one place <!-- proof:two -->');
  expect(() => withFigure(place + place, 'one', '')).toThrow('needs one place');
});

const says = (text: string, code = 0): Proof['commands'][number] => [
  ...[process.execPath, '-e', `console.log(${JSON.stringify(text)}); process.exitCode = ${code}`],
  'SEED',
];
const trial = (...commands: Proof['commands'][number][]): Proof => ({
  ...{ name: 'one', commands, figures: [/^(?<all>\d+ passed), \d+ total/gm] },
});

test('what was printed becomes the figure; a failure, and silence, fail by name', async () => {
  expect(await runProof(trial(says('3 passed, 3 total')), '7')).toEqual({ figure: '3 passed' });
  const both = trial(says('3 passed, 3 total'), says('4 passed, 4 total'));
  expect(await runProof(both, '7')).toEqual({ figure: '3 passed; 4 passed' });
  const failed = await runProof(trial(says('3 passed, 3 total', 2)), '7');
  expect(failed).toEqual({ failure: expect.stringMatching(/ 7 ended with 2$/) });
  // As jest prints it where one was skipped.
  const skipped = await runProof(trial(says('1 skipped, 3 passed, 4 total')), '7');
  expect(skipped).toEqual({ failure: expect.stringContaining('told nothing') });
  expect(await runProof(trial(['no-such-program']), '7')).toEqual({
    failure: 'no-such-program ended with 1',
  });
});
