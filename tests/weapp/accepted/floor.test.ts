import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readFloor } from '../../../config/taro/floor';
import { filesOf } from './compilers';
import { floorSyntaxYear } from './floor';
import { scriptProblems } from './scripts';
import { styleProblems } from './styles';

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

test('every style is known on the floor', () => {
  expect(problemsOf('.wxss', styleProblems)).toEqual([]);
});

test.each([
  ['a gap in a flex box', '.a { display: flex; gap: 1px; }', 'gap outside of a grid'],
  ['a gap in who knows what', '.a { row-gap: 1px; }', 'row-gap outside of a grid'],
  ['a property', '.a { aspect-ratio: 1; }', 'aspect-ratio in .a'],
  ['a word', '.a { overflow: clip; }', 'overflow: clip in .a'],
  ['a word without its prefix', '.a { position: sticky; }', 'position: sticky in .a'],
  ['a function', '.a { width: clamp(1px, 2vw, 3px); }', 'CSS math functions'],
  ['a unit', '.a { height: 100dvh; }', 'viewport units'],
  ['a selector', '.a:is(.b, .c) { color: red; }', ':is in .a:is(.b, .c)'],
  ['a rule around rules', '@layer a { .b { color: red; } }', '@layer a'],
  ['a rule inside a rule', '.a { .b { color: red; } }', 'CSS Nesting'],
])('%s too new for the floor is found in a style', (_what, rule, problem) => {
  const found = styleProblems(`${read('app.wxss')}\n${rule}`);
  expect(found).toContainEqual(expect.stringContaining(problem));
});

test.each([
  ['a gap in a grid', '.a { display: grid; gap: 1px; }'],
  ['what stands beside with a prefix', '.a { position: -webkit-sticky; position: sticky; }'],
  ['what only a mouse shows', '.a { cursor: pointer; resize: none; }'],
])('%s is fine in a style', (_what, rule) => {
  expect(styleProblems(rule)).toEqual([]);
});
