import type { DocumentDefinition } from '../../cloudfunctions/town/documents/document';
import { render as renderAt } from '../../cloudfunctions/town/documents/renderer/on-demand';
import {
  cardSheets,
  singleCards,
} from '../../cloudfunctions/town/documents/templates/household-card';
import budgets from '../../config/budgets.json';
import { type Line, look, type Page, readPages, scan, wordsOf } from './printed';
import { cards, doorOf, longName, sheetOf, statementOf } from './samples';

const render = (document: DocumentDefinition) => renderAt(document, 0);

jest.setTimeout(180_000);

/** Lines that reach beyond the paper, or over a line that is not theirs. */
function misplaced({ width, height, lines }: Omit<Page, 'picture'>): string[] {
  const isOff = ({ x, y, width: long, height: high }: Line) =>
    x < 0 || y < 0 || x + long > width + 0.5 || y + high > height;
  const overlaps = (one: Line, other: Line) => {
    const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
    // A line's height is that of its letters' box: a quarter of it may be shared.
    const along = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
    return across > 1 && along > Math.min(one.height, other.height) / 4;
  };
  const off = lines.filter(isOff).map(({ text }) => `${text} is off the paper`);
  const over = lines.flatMap((one, index) =>
    lines.slice(index + 1).flatMap((other) => {
      return overlaps(one, other) ? [`${one.text} lies over ${other.text}`] : [];
    }),
  );
  return [...off, ...over];
}

test.each([
  ['sheet', async () => cardSheets(cards)],
  ['single', async () => singleCards(cards.slice(0, 2))],
  ['door', async () => doorOf('A4')],
  ['small door of a long name', async () => doorOf('A5', longName)],
  ['statement', async () => statementOf(60)],
  ['deed sheet', async () => sheetOf(6)],
  ['empty statement', async () => statementOf(0)],
] as const)('nothing of a %s lies over anything else or off the paper', async (_name, make) => {
  const pages = await readPages((await render(await make())).bytes);
  expect(pages.flatMap(misplaced)).toEqual([]);
});

test.each([1, 6])('a full page of a sheet with %i columns stays one page', async (columns) => {
  const pages = await readPages((await render(sheetOf(columns))).bytes);
  expect(pages).toHaveLength(2);
});

test('the search for what is misplaced finds it', () => {
  const at = { across: 10, down: 0, width: 20, height: 10 };
  const lines = [
    { ...at, text: '一', x: 10, y: 10 },
    { ...at, text: '二', x: 15, y: 12 },
    { ...at, text: '三', x: 95, y: 50 },
  ];
  expect(misplaced({ width: 100, height: 100, lines })).toEqual([
    '三 is off the paper',
    '一 lies over 二',
  ]);
});

test('a sheet holds ten cards, each with its own code beside its own household', async () => {
  const { bytes, pages } = await render(cardSheets(cards));
  expect(pages).toBe(2);
  const seen = await look(bytes);
  const [width, height] = [242.65, 153.07];
  const [left, top] = [(595.28 - 2 * width) / 2, (841.89 - 5 * height) / 2];
  cards.forEach(({ cardText, household }, index) => {
    const page = seen.pages[Math.floor(index / 10)] as Page;
    const x = left + (index % 2) * width;
    const y = top + Math.floor((index % 10) / 2) * height;
    expect(scan(page, { x: x + 2, y: y + 2, width: width - 4, height: height - 4 })).toBe(cardText);
    const inside = page.lines.filter((line) => {
      const fromTop = page.height - line.y;
      return line.x > x && line.x < x + width && fromTop > y && fromTop < y + height;
    });
    expect(wordsOf({ lines: inside })).toContain(household);
    expect(wordsOf({ lines: inside })).toContain('报码 1234 5674');
  });
});

test('a code for the door is read from the whole sheet', async () => {
  const { pages } = await look((await render(await doorOf('A5'))).bytes);
  const page = pages[0] as Page;
  expect(scan(page, { x: 0, y: 0, width: page.width, height: page.height })).toBe('v=v01');
  expect(wordsOf(page)).toContain('示例三嘎查微信扫一扫');
});

test('a statement repeats its headings, counts its pages and leads to 报码查', async () => {
  const { pages } = await look((await render(statementOf(60))).bytes);
  expect(pages.length).toBeGreaterThan(1);
  pages.forEach((page, index) => {
    for (const heading of ['日期', '事由', '余兑换分', '余荣誉分']) {
      expect(wordsOf(page)).toContain(heading);
    }
    expect(wordsOf(page)).toContain(`第 ${index + 1} 页,共 ${pages.length} 页`);
  });
  const first = pages[0] as Page;
  const corner = { x: first.width - 130, y: 10, width: 130, height: 130 };
  expect(scan(first, corner)).toBe('JF.P.12345674');
  expect(wordsOf(first)).toContain('结束时:兑换分 86 分(另有 5 分下单占用),荣誉分 132 分');
});

describe('what a page costs', () => {
  /** Of the processor, as other work on the machine is not the document's. */
  async function cost(make: () => Promise<DocumentDefinition>) {
    await render(await make());
    const before = process.cpuUsage();
    const { bytes, pages } = await render(await make());
    const { user, system } = process.cpuUsage(before);
    return { milliseconds: (user + system) / 1000, kilobytes: bytes.length / 1000, pages };
  }

  test.each([
    ['a sheet of ten cards', async () => cardSheets(cards.slice(0, 10))],
    ['a code for the door', async () => doorOf('A4')],
    ['a page of a statement', async () => statementOf(20)],
  ] as const)('%s', async (_name, make) => {
    const { milliseconds, kilobytes, pages } = await cost(make);
    expect(pages).toBe(1);
    expect(milliseconds).toBeLessThan(budgets.documentPage.milliseconds);
    expect(kilobytes).toBeLessThan(budgets.documentPage.kilobytes);
  });

  test('the longest statement that is printed ends well within a call', async () => {
    const before = process.cpuUsage();
    const { pages } = await render(statementOf(3000));
    const { user, system } = process.cpuUsage(before);
    expect(pages).toBeGreaterThan(60);
    expect((user + system) / 1e6).toBeLessThan(20);
  });
});
