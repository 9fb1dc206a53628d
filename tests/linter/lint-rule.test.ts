import { spawnSync } from 'node:child_process';
import { lintRule, longestRule, verdictInWords } from '../../src/domain/scheme/linter/lint-rule';
import { firstHalf } from './sentences';

const labelled = firstHalf();

test('the first half has at least 150 sentences, of both kinds', () => {
  const count = (label: string) => labelled.filter((each) => each.label === label).length;
  expect(count('lawful')).toBeGreaterThan(75);
  expect(count('unlawful')).toBeGreaterThan(75);
});

test.each(labelled)('$label: $sentence', ({ label, sentence }) => {
  expect(lintRule(sentence).lawful).toBe(label === 'lawful');
});

test('a refusal says why, on what it rests, and the lawful way to put it', () => {
  const words = verdictInWords(lintRule('乱倒垃圾的罚款50元'));
  expect(words).toContain('罚款');
  expect(words).toContain('依据:行政处罚法');
  expect(words).toContain('改成提醒');
});

test('how it is written makes no difference: width, spaces, capitals', () => {
  expect(lintRule('下载 ＡＰＰ 加５分').lawful).toBe(false);
  expect(lintRule('乱 倒 垃 圾 罚 款').lawful).toBe(false);
});

test('a page is no rule: it is refused as too long, quickly', () => {
  const startMs = performance.now();
  const verdict = lintRule('植树一次五分,'.repeat(800));
  expect(verdict).toMatchObject({ lawful: false, topic: '太长' });
  expect(verdictInWords(verdict)).toContain(String(longestRule));
  expect(performance.now() - startMs).toBeLessThan(1_000);
});

test('a rule as long as may be is read without getting lost', () => {
  const startMs = performance.now();
  lintRule('不得因积分以用对把'.repeat(33));
  lintRule('家人子女犯罪扣'.repeat(42));
  expect(performance.now() - startMs).toBeLessThan(1_000);
});

test('npm run lint-rule answers a line with a line', () => {
  const input = '植树一次5分\n\n违者罚款\n';
  const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', 'config/run/lint-rule.ts'], {
    input,
    encoding: 'utf8',
  });
  const lines = stdout.split('\n');
  expect(lines).toHaveLength(4);
  expect(lines.map((line) => line.split('\t')[0])).toEqual(['lawful', 'lawful', 'unlawful', '']);
});
