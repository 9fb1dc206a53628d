import { spawnSync } from 'node:child_process';
import { buildSync } from 'esbuild';
import { openBook } from '../../src/domain/search/book';
import { findNearest } from '../../src/domain/search/find';
import { shippedTexts } from '../../src/domain/search/words';
import { addressesOf, measure, readPhrases } from './phrases';

const book = openBook(shippedTexts);
const phrases = readPhrases('phrases.tsv');

test.each([
  ['盖房', 'matter:homestead'],
  ['误工费', 'matter:lost-time-allowance'],
  ['孩子上学', 'matter:school-attendance'],
  ['我妈还活着的证明', 'certificate:alive'],
  ['没犯过罪', 'certificate:no-criminal-record'],
  ['种树', 'item:plant-trees'],
  ['打扫卫生', 'item:village-clean-up'],
  ['劝架', 'item:settle-dispute'],
])('%s leads to %s', (phrase, address) => {
  expect(addressesOf(book, phrase)[0]).toBe(address);
});

test('what people say leads where it should', () => {
  expect(phrases.length).toBeGreaterThanOrEqual(150);
  const { first, amongThree } = measure(book, phrases);
  expect(first).toBeGreaterThanOrEqual(0.95);
  expect(amongThree).toBeGreaterThanOrEqual(0.99);
});

test('each phrase has an answer that the book knows', () => {
  const known = new Set(book.entries.map(({ kind, id }) => `${kind}:${id}`));
  expect(phrases.filter(({ answer }) => !known.has(answer))).toEqual([]);
});

test('every entry is found by its own name', () => {
  const lost = book.entries.filter(({ kind, id, name }) => {
    const [first] = findNearest(book, name);
    return first?.kind !== kind || first.id !== id;
  });
  expect(lost).toEqual([]);
});

test.each(['', '   ', '。。。', '哈哈哈', '谢谢', 'asdf', '12345', '🙂', '\u0000'])(
  '%j leads nowhere',
  (phrase) => {
    expect(findNearest(book, phrase)).toEqual([]);
  },
);

test.each(['手机充不上电', '明天几点开车', '世界杯谁赢了', '打麻将', '买火车票'])(
  'nothing that %s leads to is sure',
  (phrase) => {
    expect(findNearest(book, phrase).filter(({ sure }) => sure)).toEqual([]);
  },
);

test('width, case, marks and spaces do not matter', () => {
  const plain = addressesOf(book, '不装反诈app行不行');
  expect(addressesOf(book, ' 不装 反诈APP,行不行? ')).toEqual(plain);
});

test('only the kinds that are asked for come', () => {
  const kinds = findNearest(book, '种树', ['matter', 'goods']).map(({ kind }) => kind);
  expect(kinds).not.toContain('item');
});

test('a question takes at most 5 ms, however long', () => {
  const asked = [...phrases.map(({ phrase }) => phrase), '我妈还活着的证明'.repeat(1000)];
  for (const phrase of asked) findNearest(book, phrase);
  const begun = performance.now();
  for (const phrase of asked) findNearest(book, phrase);
  expect((performance.now() - begun) / asked.length).toBeLessThan(5);
});

test('book and search together are at most 30 KB on the phone', () => {
  const { outputFiles } = buildSync({
    stdin: {
      contents: `export { findNearest } from './find'; export { openBook } from './book';
        export { shippedTexts } from './words';`,
      resolveDir: 'src/domain/search',
    },
    bundle: true,
    minify: true,
    charset: 'utf8',
    format: 'esm',
    write: false,
  });
  expect(outputFiles[0]?.contents.byteLength).toBeLessThanOrEqual(30 * 1024);
});

test('npm run find answers a line with a line', () => {
  const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', 'config/run/find.ts'], {
    input: '盖房\n\n哈哈哈\r\n没犯过罪',
    encoding: 'utf8',
  });
  const [first, second, third, fourth, ...more] = stdout.split('\n');
  expect(first?.split('\t')[0]).toBe('matter:homestead');
  expect([second, third]).toEqual(['', '']);
  expect(fourth?.split('\t')[0]).toBe('certificate:no-criminal-record');
  expect(more).toEqual(['']);
  for (const line of stdout.trim().split('\n')) {
    expect(line).toMatch(/^((matter|certificate|item|goods):[a-z-]+(\t|$)){0,3}$/);
  }
});
