import fc from 'fast-check';
import { readCatalogue } from '../../../config/catalogue';
import type { MatterContent } from '../../../src/contracts/lists';
import { layOutChart } from '../../../src/domain/lists/chart-layout';
import { brokenChart, daysDoNotFit } from '../../../src/domain/lists/check-chart';
import { drawFlowChart } from '../../../src/domain/lists/flow-chart';
import { holdsAllWords } from '../../../src/domain/lists/search';
import { widthInEms, wrapText } from '../../../src/domain/lists/wrap-text';

type Steps = MatterContent['steps'];
const { matters } = readCatalogue();

const step = (id: string, ...next: [to: string, when?: string][]): Steps[number] => ({
  id,
  name: `做${id}`,
  who: '嘎查村委员会',
  workingDays: 2,
  text: '照着做。',
  next: next.map(([to, when]) => ({ to, ...(when && { when }) })),
});
const sound = [step('a', ['b', '行'], ['c', '不行']), step('b', ['d']), step('c'), step('d')];

test('the charts of the catalogue are sound', () => {
  for (const matter of matters) {
    expect([matter.key, brokenChart(matter.steps), daysDoNotFit(matter)]).toEqual([
      matter.key,
      null,
      null,
    ]);
  }
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

test('boxes stay inside the picture and do not lie on one another', () => {
  for (const { key, steps } of matters) {
    const { width, height, boxes } = layOutChart(steps);
    for (const [at, box] of boxes.entries()) {
      const inside =
        box.x - box.width / 2 >= 0 &&
        box.x + box.width / 2 <= width &&
        box.y - box.height / 2 >= 0 &&
        box.y + box.height / 2 <= height;
      const alone = boxes
        .slice(0, at)
        .every(
          (other) =>
            Math.abs(other.x - box.x) >= (other.width + box.width) / 2 ||
            Math.abs(other.y - box.y) >= (other.height + box.height) / 2,
        );
      expect([key, inside, alone]).toEqual([key, true, true]);
    }
    expect(width).toBeLessThanOrEqual(344);
  }
});

test('every step and every answer can be read in the picture', () => {
  for (const { name, steps } of matters) {
    const { svg } = drawFlowChart(name, steps);
    const words = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text).join('');
    for (const each of steps)
      expect(words.replace(/\s/g, '')).toContain(each.name.replace(/\s/g, ''));
    for (const { when } of steps.flatMap((each) => each.next)) expect(words).toContain(when ?? '');
    expect(svg.match(/<polygon/g)).toHaveLength(steps.flatMap((each) => each.next).length);
  }
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

test('a search wants every word', () => {
  expect(holdsAllWords('低保申请\n家庭困难', '低保 困难')).toBe(true);
  expect(holdsAllWords('低保申请\n家庭困难', '低保 残疾')).toBe(false);
  expect(holdsAllWords('低保申请', undefined)).toBe(true);
});
