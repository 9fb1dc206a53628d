import { type DocumentDefinition, mm } from '../../cloudfunctions/town/documents/document';
import { columnsOf } from '../../cloudfunctions/town/documents/renderer/draw-mongolian';
import { openShaper } from '../../cloudfunctions/town/documents/renderer/harfbuzz';
import {
  findMissingGlyphs,
  render as renderAt,
} from '../../cloudfunctions/town/documents/renderer/on-demand';
import { inkByRow, look, readPages, scan, wordsOf } from './printed';

const render = (document: DocumentDefinition) => renderAt(document, 0);

jest.setTimeout(120_000);

const plain: DocumentDefinition = {
  title: '试一试',
  paper: 'A4',
  margins: [40, 40, 40, 40],
  content: '',
  drawings: [],
};
/** Narrow enough for a card. */
const margins: DocumentDefinition['margins'] = [9, 9, 9, 9];
const mongolian = 'ᠮᠣᠩᠭᠣᠯ';

test.each([
  ['A3', 842, 1191],
  ['A4', 595, 842],
  ['A5', 420, 595],
  ['card', 243, 153],
] as const)('%s has its size', async (paper, width, height) => {
  const { bytes, pages } = await render({ ...plain, paper, margins, content: '字' });
  expect(pages).toBe(1);
  const [page] = await readPages(bytes);
  expect([page?.width, page?.height].map((each) => Math.round(each ?? 0))).toEqual([width, height]);
});

test('rare characters and those above U+FFFF stay text, copied as they were', async () => {
  const text = '17号户 䶮𫍲𰻞 ABC-123,“公示”……';
  const { bytes } = await render({ ...plain, content: text });
  const { title, pages } = await look(bytes);
  expect(pages.map(wordsOf)).toEqual([text]);
  expect(title).toBe('试一试');
});

test('a font that is embedded holds only what is printed', async () => {
  const { bytes } = await render({ ...plain, content: '户码' });
  expect(bytes.length).toBeLessThan(8_000);
});

/** Every character of the double bytes of GBK but those that users define themselves. */
function charactersOfGbk(): string[] {
  const decoder = new TextDecoder('gbk');
  const bytes = Array.from({ length: 256 }, (_, byte) => byte);
  const pairs = bytes.slice(0x81, 0xff).flatMap((lead) => {
    return bytes.slice(0x40, 0xff).map((trail) => decoder.decode(new Uint8Array([lead, trail])));
  });
  return pairs.filter((text) => [...text].length === 1 && !/[\ufffd\ue000-\uf8ff]/.test(text));
}

test('the font holds all of GBK but one sign', async () => {
  const all = charactersOfGbk();
  expect(all.length).toBeGreaterThan(21_700);
  const missing = await findMissingGlyphs({ ...plain, content: all.join('') });
  expect(missing.map(({ character }) => character)).toEqual(['≒']);
});

test('what the font lacks is named with the text it stands in, and never printed', async () => {
  const content = [
    { text: '17号户 𠮷*' },
    { table: { body: [['好', { stack: ['村', '🐑'] }]] } },
    { columns: ['一\n二', { text: ['三', '𠮷'] }] },
  ];
  const footer = () => '页🐎';
  const drawings = [
    {
      page: 0,
      kind: 'mongolian' as const,
      text: `${mongolian}字`,
      x: 1,
      y: 1,
      fontSize: 9,
      height: 99,
    },
  ];
  const document = { ...plain, content, footer, drawings };
  expect(await findMissingGlyphs(document)).toEqual([
    { character: '𠮷', text: '17号户 𠮷*' },
    { character: '🐑', text: '🐑' },
    { character: '𠮷', text: '𠮷' },
    { character: '🐎', text: '页🐎' },
    { character: '字', text: `${mongolian}字` },
  ]);
  await expect(render(document)).rejects.toThrow('without a glyph');
});

test('a QR code is read from the paper', async () => {
  const text = 'JF.H.v01-17.0123456789abcdef';
  const size = mm(22);
  const drawings = [{ page: 0, kind: 'qr' as const, text, x: 60, y: 80, size }];
  const { bytes } = await render({ ...plain, content: '码', drawings });
  const [page] = (await look(bytes)).pages;
  const around = { x: 50, y: 70, width: size + 20, height: size + 20 };
  expect(page && scan(page, around)).toBe(text);
});

describe('vertical Mongolian', () => {
  const draw = (text: string) => ({
    ...{ page: 0, kind: 'mongolian' as const, text, x: 50, y: 60, fontSize: 40, height: 400 },
  });

  /** Rows without ink between the first and the last that has some. */
  async function gapsOf(text: string): Promise<number> {
    const { bytes } = await render({ ...plain, content: '', drawings: [draw(text)] });
    const [page] = (await look(bytes)).pages;
    const rows = page ? inkByRow(page, { x: 40, y: 40, width: 100, height: 500 }) : [];
    const inside = rows.slice(rows.indexOf(true), rows.lastIndexOf(true) + 1);
    expect(inside.length).toBeGreaterThan(100);
    return inside.filter((ink) => !ink).length;
  }

  test('stands upright, is copied as it was, and begins where it should', async () => {
    const { bytes } = await render({ ...plain, content: '', drawings: [draw(mongolian)] });
    const page = (await look(bytes)).pages[0];
    const line = page?.lines.find(({ text }) => text === mongolian);
    expect(line).toMatchObject({ across: 0, down: -40 });
    expect((page?.height ?? 0) - (line?.y ?? 0)).toBeCloseTo(60, 0);
    expect(line?.x).toBeGreaterThan(50);
    expect(line?.x).toBeLessThan(50 + 60);
  });

  test('letters of a word are joined by an unbroken stem', async () => {
    expect(await gapsOf(mongolian)).toBe(0);
    // The same letters, told not to join, fall apart: the look at the stem can see it.
    expect(await gapsOf([...mongolian].join('\u200c'))).toBeGreaterThan(5);
  });

  test('a letter takes the form of its place', async () => {
    const shape = await openShaper();
    const forms = (text: string) => shape(text).map(({ id }) => id);
    const [alone] = forms('ᠠ');
    const [first, , last] = forms('ᠠᠮᠠ');
    expect(new Set([alone, first, last]).size).toBe(3);
    expect(
      shape(mongolian)
        .map(({ text }) => text)
        .join(''),
    ).toBe(mongolian);
  });

  test('what is longer than a column goes on in the next', async () => {
    const shape = await openShaper();
    const words = Array.from({ length: 6 }, () => mongolian).join(' ');
    const one = shape(mongolian).reduce((sum, { advance }) => sum + advance, 0);
    expect(columnsOf(words, one * 2.5, shape)).toEqual(
      Array.from({ length: 3 }, () => `${mongolian} ${mongolian}`),
    );
    expect(columnsOf(words, 1, shape)).toHaveLength(6);
  });
});
