import { arrowProblems, moduleProblems } from './arrows';
import { circleProblems } from './circles';
import { fieldProblems } from './phone-fields';
import { pageProblems } from './phone-pages';
import { promiseProblems } from './phone-promises';
import { stateProblems } from './phone-state';
import { storageProblems } from './phone-storage';
import { unstyledProblems } from './phone-styles';
import { purityProblems } from './purity';
import { refusingNameProblems } from './refusing-names';
import {
  exportProblems,
  formProblems,
  functionProblems,
  lineProblems,
  nameProblems,
} from './shape';
import { unusedProblems } from './usage';

/** Each rule, shown something that breaks it: a rule that cannot fail proves nothing. */

const at = (name: string, text: string) => ({ name, text });

test.each([
  ['src/contracts/records.ts', '../domain/points/award'],
  ['src/domain/records/award.ts', '../../client/call'],
  ['src/domain/records/award.ts', '../../../cloudfunctions/runtime/serve'],
  ['src/client/call.ts', '../components/card'],
  ['src/pages/board/index.tsx', '../../packages/record/form'],
  ['src/packages/record/index.tsx', '../review/panel'],
  ['src/app.ts', './packages/record/form'],
  ['cloudfunctions/points/index.ts', '../exchange/actions/place-order'],
  ['cloudfunctions/runtime/serve.ts', '../../local-cloud/engine'],
  ['local-cloud/main.ts', '../src/domain/kernel/ids'],
  ['local-cloud/main.ts', '../config/run/progress'],
  ['config/run/start.ts', '../../tests/support/browser'],
  ['tests/actions/points/story.test.ts', '../../../config/catalogue'],
  ['tests/support/town.ts', '../../config/catalogue/goods.json'],
  ['elsewhere/file.ts', './anything'],
])('%s may not import %s', (name, target) => {
  expect(arrowProblems(at(name, `import { x } from '${target}';`))).toHaveLength(1);
});

test.each([
  `import x from '../../client/call';`,
  `import type { X } from '../../client/call';`,
  `export * from '../../client/call';`,
  `const x = await import('../../client/call');`,
  `const x = require('../../client/call');`,
  `type X = import('../../client/call').X;`,
])('an import is seen however it is written: %s', (text) => {
  expect(arrowProblems(at('src/domain/records/a.ts', text))).toHaveLength(1);
});

test.each([
  ['cloudfunctions/points/actions/declare.ts', '@cloudbase/node-sdk'],
  ['cloudfunctions/people/index.ts', 'wx-server-sdk'],
  ['src/contracts/records.ts', 'zod'],
  ['tests/domain/a.test.ts', 'zod/v4'],
  ['src/domain/records/a.ts', '@tarojs/taro'],
  ['src/domain/records/a.ts', 'react'],
  ['src/client/call.ts', 'node:crypto'],
  ['cloudfunctions/points/index.ts', 'mingo/query'],
  ['tests/support/test-register.ts', 'write-excel-file/node'],
])('%s may not use %s', (name, module) => {
  expect(moduleProblems(at(name, `import * as x from '${module}';`))).toHaveLength(1);
});

test('what belongs is let through', () => {
  expect(moduleProblems(at('src/contracts/a.ts', `import * as z from 'zod/mini';`))).toEqual([]);
  const text = `import { x } from '../../src/domain/records/a'; import y from '../runtime/serve';`;
  expect(arrowProblems(at('cloudfunctions/points/index.ts', text))).toEqual([]);
});

test.each([
  'const now = Date.now();',
  'const now = new Date();',
  'const now = dayjs();',
  'const chance = Math.random();',
  'const key = process.env.KEY;',
  'wx.showToast({});',
  'Taro.showToast({});',
  'setTimeout(() => {}, 1);',
  'console.log(1);',
])('the domain may not say: %s', (text) => {
  expect(purityProblems(at('src/domain/records/a.ts', text))).toHaveLength(1);
});

test.each([
  ['function isFree(a: A): void { if (a) refuse("x", "y"); }', 1],
  ['export const isFree = (a: A): asserts a is B => rules.mustBeFree(a);', 1],
  ['function isGone(): never { refuse("x", "y"); }', 1],
  ['function mustBeFree(a: A): void { if (a) refuse("x", "y"); }', 0],
  ['function refuseGone(): never { refuse("x", "y"); }', 0],
  ['function score(a: A): number { if (a) refuse("x", "y"); return 1; }', 0],
])('a rule that throws says so in its name: %s', (text, count) => {
  expect(refusingNameProblems(at('src/domain/records/a.ts', text))).toHaveLength(count);
});

test('a ring of imports is found, of types too', () => {
  const ring = [
    at('src/domain/a/one.ts', `import type { Two } from './two';`),
    at('src/domain/a/two.ts', `export { three } from './three';`),
    at('src/domain/a/three.ts', `import { one } from './one';`),
  ];
  expect(circleProblems(ring)).toHaveLength(1);
  expect(circleProblems(ring.slice(1))).toEqual([]);
});

test('the domain may take time as an argument', () => {
  const text = 'export const day = (nowMs: number) => new Date(nowMs).getUTCDate();';
  expect(purityProblems(at('src/domain/records/a.ts', text))).toEqual([]);
});

test.each([
  `Taro.setStorageSync('key', 1);`,
  `const { getStorage } = Taro;`,
  `import { removeStorageSync } from '@tarojs/taro';`,
  `window.localStorage.clear();`,
])('nobody but src/client/storage may say: %s', (text) => {
  expect(storageProblems(at('src/pages/shop/a.ts', text))).toHaveLength(1);
  expect(storageProblems(at('src/client/storage.ts', text))).toEqual([]);
});

test('pages are opened through their one file', () => {
  const text = 'export const open = () => Taro.navigateTo({ url });';
  expect(pageProblems(at('src/pages/shop/a.ts', text))).toHaveLength(1);
  expect(pageProblems(at('src/client/open-page.ts', text))).toEqual([]);
});

test('a field that is told what was typed is found', () => {
  const bare = `import { Input as Line } from '@tarojs/components';\nuseKeyboardRoom();`;
  expect(fieldProblems(at('src/pages/shop/a.tsx', bare))).toHaveLength(1);
  expect(fieldProblems(at('src/pages/shop/a.tsx', `${bare}\nuseFieldText('', set);`))).toEqual([]);
});

test.each([
  `const a = '有网时会自己传,不用一直开着。';`,
  `const a = \`有网时 ${'${'}count} 条会自己传。\`;`,
  'const a = <View>先存着,有网时\n  自动上传。</View>;',
  `const a = '稍后会重新提交';`,
  `const a = '关了小程序也会传上去';`,
])('the phone may not promise: %s', (text) => {
  expect(promiseProblems(at('src/pages/shop/a.tsx', text))).toHaveLength(1);
});

test('what the cloud does by itself may be said, and what the person does', () => {
  const text = `const a = ['过期自动退分', '有网时请再打开一次小程序,就接着传。', '到店自己取'];`;
  expect(promiseProblems(at('src/pages/shop/a.tsx', text))).toEqual([]);
});

const ofState = (change: string) =>
  stateProblems(
    at(
      'src/pages/shop/a.tsx',
      `function use() {\n  const [form, setForm] = useState({});\n  return () => { ${change} };\n}`,
    ),
  );

test.each([
  'setForm({ ...form, name });',
  'setForm([...form, name]);',
  'setForm(new Set(form));',
  'const next = new Set(form);\nnext.add(name);\nsetForm(next);',
])('a state made of what the page drew is found: %s', (change) => {
  expect(ofState(change)).toHaveLength(1);
});

test.each([
  'setForm((form) => ({ ...form, name }));',
  'setForm({ ...empty, name });',
  'setForm(kept ?? form);',
  'setOther({ ...form, name });',
])('a state made of what it is, or anew, may be: %s', (change) => {
  expect(ofState(change)).toEqual([]);
});

test('a class that no sheet styles is found', () => {
  const sheet = at('src/pages/shop/a.scss', '.worn {\n  color: red;\n}\n');
  const page = (worn: string) => at('src/pages/shop/a.tsx', `<View className="${worn}" />`);
  expect(unstyledProblems([sheet, page('worn bare')])).toHaveLength(1);
  expect(unstyledProblems([sheet, page('worn')])).toEqual([]);
});

test('a long suite of tests is a chapter, a long test is a function', () => {
  const suite = `function suite() {\n  test('a', () => {});${'\n'.repeat(80)}}`;
  expect(functionProblems(at('tests/a.test.ts', suite))).toEqual([]);
  const long = `test('a', () => {${'\n'.repeat(80)}});`;
  expect(functionProblems(at('tests/a.test.ts', long))).toHaveLength(1);
});

test('a long function, a long line, a default export and a bad name are found', () => {
  const long = `function long() {\n${'  step();\n'.repeat(69)}}`;
  expect(functionProblems(at('src/client/a.ts', long))).toEqual([
    'src/client/a.ts:1 is a function of 71 lines',
  ]);
  expect(functionProblems(at('src/client/a.ts', long.replace('  step();\n', '')))).toEqual([]);
  expect(
    functionProblems(at('src/client/a.ts', `const a = () => {\n${'\n'.repeat(70)}};`)),
  ).toHaveLength(1);
  expect(lineProblems(at('a.ts', `${'字'.repeat(101)}\n${'字'.repeat(100)}`))).toEqual([
    'a.ts:1 has 101 columns',
  ]);
  expect(exportProblems(at('src/client/a.ts', 'export default function a() {}'))).toHaveLength(1);
  expect(exportProblems(at('src/client/a.ts', 'const a = 1; export default a;'))).toHaveLength(1);
  expect(exportProblems(at('src/pages/me/index.tsx', 'export default () => null;'))).toEqual([]);
  expect(nameProblems('src/client/useCall.ts')).toHaveLength(1);
  expect(nameProblems('src/Client/call.ts')).toHaveLength(1);
  expect(nameProblems('src/client/use-call.test.ts')).toEqual([]);
});

test.each([
  'enum State { open }',
  'const a = b as any;',
  `test.${'skip'}('later', () => {});`,
  `// @ts-${'ignore'}`,
  `// biome-${'ignore'} lint: no`,
])('not in our style: %s', (text) => {
  expect(formProblems(at('src/client/a.ts', text))).toHaveLength(1);
});

test('a file that nothing reaches is found, one for another platform is not', () => {
  const files = [
    at('src/app.ts', `import './app.scss'; import { send } from './client/transport';`),
    at('src/app.scss', ''),
    at('src/client/transport.weapp.ts', `import './deep';`),
    at('src/client/transport.h5.ts', ''),
    at('src/client/deep.ts', `const worker = 'worker-host.cjs';`),
    at('local-cloud/functions/worker-host.cjs', ''),
    at('config/page/index.html', '<script src="/page.js"></script>'),
    at('config/page/page.js', ''),
    at('src/client/forgotten.ts', `import './deep';`),
  ];
  expect(unusedProblems(files, ['src/app.ts', 'config/page/index.html'])).toEqual([
    'src/client/forgotten.ts is used by nothing',
  ]);
});
