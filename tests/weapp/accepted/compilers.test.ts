import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compileWeapp } from '../harness/compile';
import { filesOf, styleComplaints, templateComplaints, whyNoCompilers } from './compilers';

/** WeChat's compilers take what is deployed: run `npm run build` first, as `npm test` does. */

const dist = path.resolve(__dirname, '../../../dist/weapp');
const missing = whyNoCompilers(process.platform, process.arch);

/** Runs a check on a copy of the package in which one file is spoilt. */
function spoilt<Value>(
  file: string,
  spoil: (text: string) => string,
  check: (at: string) => Value,
) {
  const copy = mkdtempSync(path.join(tmpdir(), 'spoilt-'));
  try {
    cpSync(dist, copy, { recursive: true });
    const text = readFileSync(path.join(copy, file), 'utf8');
    const changed = spoil(text);
    expect(changed).not.toBe(text);
    writeFileSync(path.join(copy, file), changed);
    return check(copy);
  } finally {
    rmSync(copy, { recursive: true });
  }
}

/** `<input …/>` as it was left by a minimiser that took templates for HTML. */
const withoutInputEnd = (text: string) => text.replace(/(<input[^>]*)\/>/, '$1>');

test('the compiler of the test host does not even warn of a template', () => {
  expect(filesOf(dist, '.wxml').length).toBeGreaterThan(20);
  expect(Object.keys(compileWeapp(dist).scripts).length).toBeGreaterThan(20);
  expect(() => spoilt('base.wxml', withoutInputEnd, compileWeapp)).toThrow(
    /base\.wxml 1:\d+ missing end tag/,
  );
});

test('elsewhere than on Linux x64 it is said that the compilers did not run', () => {
  expect(whyNoCompilers('linux', 'x64')).toBeUndefined();
  expect(whyNoCompilers('darwin', 'arm64')).toMatch(/darwin arm64: NOT CHECKED/);
});

if (missing !== undefined) {
  test(`wcc and wcsc: ${missing}`, () => {
    process.stderr.write(`${missing}\n`);
  });
} else {
  test('wcc accepts every template, and none that lacks an end tag', () => {
    expect(templateComplaints(dist)).toEqual([]);
    const complaints = spoilt('base.wxml', withoutInputEnd, templateComplaints);
    expect(complaints.join('\n')).toMatch(/base\.wxml:1:\d+: expect end-tag `input`/);
  });

  test('wcsc accepts every style, and no selector that WeChat does not know', () => {
    expect(filesOf(dist, '.wxss').length).toBeGreaterThan(20);
    expect(styleComplaints(dist)).toEqual([]);
    const withStar = (text: string) => `${text}\n.a > * + * { color: red; }`;
    const complaints = spoilt('common.wxss', withStar, styleComplaints);
    expect(complaints.join('\n')).toMatch(/common\.wxss\(\d+:\d+\): error at token `\*`/);
  });
}
