import fc from 'fast-check';
import type { MatterContent } from '../../../src/contracts/lists';
import { brokenChart, daysDoNotFit } from '../../../src/domain/lists/check-chart';
import { drawFlowChart } from '../../../src/domain/lists/flow-chart';
import { widthInEms, wrapText } from '../../../src/domain/lists/wrap-text';
import { townCatalogue } from '../../support/catalogue';

type Steps = MatterContent['steps'];
const { matters } = townCatalogue;

const step = (id: string, ...next: [to: string, when?: string][]): Steps[number] => ({
  id,
  name: `做${id}`,
  who: '嘎查村委员会',
  workingDays: 2,
  text: '照着做。',
  next: next.map(([to, when]) => ({ to, ...(when && { when }) })),
});
const sound = [step('a', ['b', '行'], ['c', '不行']), step('b', ['d']), step('c'), step('d')];

test('a chart that is sound is called so', () => {
  expect(brokenChart(sound)).toBeNull();
});

const broken: [what: string, steps: Steps, words: string][] = [
  ['two steps of one id', [...sound, step('b')], '“做b”和前面一步'],
  ['an arrow to nowhere', [step('a', ['x']), step('b')], '“做a”的箭头'],
  ['an arrow back to the start', [step('a', ['b']), step('b', ['a'])], '“做b”又绕回'],
  ['a second start', [step('a', ['c']), step('b', ['c']), step('c')], '走不到“做b”'],
  [
    'a lost island',
    [step('a', ['b']), step('b'), step('c', ['d']), step('d', ['c'])],
    '走不到“做c”',
  ],
  ['no end', [step('a', ['b']), step('b', ['c']), step('c', ['b'])], '没有一步是结尾'],
  ['a vague branch', [step('a', ['b'], ['c', '不行']), step('b'), step('c')], '“做a”分岔'],
  ['two alike answers', [step('a', ['b', '行'], ['c', '行']), step('b'), step('c')], '“做a”分岔'],
  [
    'a circle beside the end',
    [step('a', ['b']), step('b', ['c', '行'], ['d', '改']), step('c'), step('d', ['b'])],
    '“做b”往下会绕圈',
  ],
];

test.each(broken)('%s is found and named', (_what, steps, words) => {
  expect(brokenChart(steps)).toContain(words);
});

test('days that do not fit the longest way are found', () => {
  const [matter] = matters;
  if (!matter) throw new Error('the catalogue is empty');
  expect(daysDoNotFit({ ...matter, daysToFinish: (matter.daysToFinish ?? 0) + 1 })).toContain(
    '工作日',
  );
});

test('typed text never becomes markup', () => {
  const text = fc.oneof(
    fc.string({ minLength: 1, maxLength: 30 }),
    fc.constantFrom(
      '<script>alert(1)</script>',
      '"/><image href="x"/>',
      "' onload='x",
      '&lt;b&gt;',
      ']]>',
    ),
  );
  fc.assert(
    fc.property(text, text, text, (name, who, when) => {
      const steps = [
        { ...step('a', ['b', when]), name, who },
        { ...step('b'), name: who },
      ];
      const { svg } = drawFlowChart(name, steps);
      const tags = [...svg.matchAll(/<\/?([a-z]+)/gi)].map(([, tag]) => tag);
      expect(new Set(tags)).toEqual(new Set(['svg', 'title', 'rect', 'path', 'polygon', 'text']));
      expect(svg.replace(/&(amp|lt|gt|quot);/g, '')).not.toContain('&');
    }),
  );
});

test('the chart in words says who, how long and where next', () => {
  expect(drawFlowChart('试', sound).inWords).toEqual([
    '第1步:做a。由嘎查村委员会办,最多2个工作日。行,到第2步“做b”;不行,到第3步“做c”。',
    '第2步:做b。由嘎查村委员会办,最多2个工作日。然后到第4步“做d”。',
    '第3步:做c。由嘎查村委员会办,最多2个工作日。到这里就办完了。',
    '第4步:做d。由嘎查村委员会办,最多2个工作日。到这里就办完了。',
  ]);
});

test('wrapping loses nothing, and lines fit unless one piece is longer', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.integer({ min: 2, max: 20 }),
      (text, widest) => {
        const lines = wrapText(text, widest);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      },
    ),
  );
  expect(wrapText('提前告诉大家开会', 6)).toEqual(['提前告诉', '大家开会']);
  expect(wrapText('打110、120', 4).every((line) => widthInEms(line) <= 5)).toBe(true);
});
