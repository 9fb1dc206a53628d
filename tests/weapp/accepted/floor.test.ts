import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readFloor } from '../../../config/taro/floor';
import { filesOf } from './compilers';
import { floorSyntaxYear } from './floor';
import { scriptProblems } from './scripts';

/**
 * All of `dist/weapp` against the oldest engines that package.json's `browserslist` names.
 * Run `npm run build` first, as `npm test` does.
 */

const dist = path.resolve(__dirname, '../../../dist/weapp');
const read = (name: string) => readFileSync(path.join(dist, name), 'utf8');

function problemsOf(ending: string, look: (source: string) => string[]): string[] {
  const files = filesOf(dist, ending);
  expect(files.length).toBeGreaterThan(20);
  return files.flatMap((name) => look(read(name)).map((problem) => `${name}: ${problem}`));
}

test('the floor is iOS 12 and Chrome 78: ES2019', () => {
  expect(readFloor()).toEqual({ chrome: '78', ios_saf: '12.0' });
  expect(floorSyntaxYear()).toBe(2019);
});

test('every script runs on the floor', () => {
  expect(problemsOf('.js', scriptProblems)).toEqual([]);
});

test.each([
  ['?.', 'const a = window?.b;', 'ES2019: Unexpected token'],
  ['??', 'const a = window ?? 1;', 'ES2019: Unexpected token'],
  ['lookbehind', 'const a = /(?<=b)c/;', 'lookbehind assertion'],
  ['lookbehind in a string', "const a = RegExp('(?<!b)c', 'g');", 'lookbehind assertion'],
  ['.at()', 'const a = [].concat(1).at(-1);', '.at()'],
  ['.at.call()', 'const a = [].at.call("a", 0);', '.at()'],
  ['.at() where another thing is asked for', 'const a = [].map ? [].at(0) : 0;', '.at()'],
  ['Object.fromEntries', 'const a = [[[]]].map(Object.fromEntries);', 'Object.fromEntries'],
  ['.replaceAll()', 'const a = "a".replaceAll("a", "b");', '.replaceAll()'],
  ['globalThis', 'const a = globalThis;', 'globalThis'],
])('%s in a script is found', (_what, code, problem) => {
  const found = scriptProblems(`${read('common.js')}\n{ ${code} }`);
  expect(found).toEqual([expect.stringContaining(problem)]);
});

test.each([
  ['looks only', 'const a = typeof globalThis;'],
  ['asks before', 'const a = typeof globalThis === "object" ? globalThis : this;'],
  ['asks before a method', 'const a = Array.prototype.at && [].at(-1);'],
  ['catches', 'try { globalThis.a = 1; } catch (error) {}'],
  ['has its own of the name', 'const a = { at: 1 }.at;'],
])('a library that %s is left alone', (_what, code) => {
  expect(scriptProblems(code)).toEqual([]);
});
