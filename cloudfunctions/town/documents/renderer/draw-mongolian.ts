import { readFontFile } from './font-files';
import { openShaper, type ShapedGlyph } from './harfbuzz';
import { once } from './once';

/** Columns stand so many times the size of the letters apart. */
const columnPitch = 1.5;

const readMongolian = once(() => readFontFile('mongolian'));

type Vertical = { text: string; x: number; y: number; fontSize: number; height: number };
type Shape = (text: string) => ShapedGlyph[];

/** What pdfkit keeps of a font that it embeds, as far as glyphs are handed to it here. */
type EmbeddedFont = { layoutRun(text: string): unknown; scale: number };

const widthOf = (glyphs: readonly ShapedGlyph[]) =>
  glyphs.reduce((sum, { advance }) => sum + advance, 0);

/** Words to a column while they fit; one that is longer than a column has it for itself. */
export function columnsOf(text: string, most: number, shape: Shape): string[] {
  const columns: string[] = [];
  for (const word of text.split(' ').filter(Boolean)) {
    const last = columns.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && widthOf(shape(longer)) <= most) columns[columns.length - 1] = longer;
    else columns.push(word);
  }
  return columns;
}

/** pdfkit's own shaping cannot read this font's rules: it is given glyphs that are shaped. */
function handOver(font: EmbeddedFont, shape: Shape): void {
  font.layoutRun = (text) => {
    const shaped = shape(text);
    return {
      glyphs: shaped.map((glyph) => ({
        id: glyph.id,
        advanceWidth: glyph.advance / font.scale,
        codePoints: Array.from(glyph.text, (each) => each.codePointAt(0) ?? 0),
      })),
      positions: shaped.map(({ advance, x, y }) => ({
        ...{ xAdvance: advance, yAdvance: 0, xOffset: x, yOffset: y, advanceWidth: advance },
      })),
      advanceWidth: widthOf(shaped),
    };
  };
}

/** Writes vertical Mongolian: from above, columns from left to right, letters joined. */
export async function drawMongolian(page: PDFKit.PDFDocument, line: Vertical): Promise<void> {
  const shape = await openShaper();
  const { text, x, y, fontSize, height } = line;
  // Registered under its name, pdfkit opens it once a document.
  page.registerFont('Mongolian', Buffer.from(await readMongolian()));
  page.font('Mongolian', fontSize);
  handOver((page as unknown as { _font: EmbeddedFont })._font, shape);
  const most = (height * 1000) / fontSize;
  columnsOf(text, most, shape).forEach((column, index) => {
    const left = x + index * fontSize * columnPitch;
    page.save();
    // Written as a line that begins at the upper right of its column, then turned downwards.
    page.rotate(90, { origin: [left + fontSize * columnPitch, y] });
    page.fillColor('black');
    page.text(column, left + fontSize * columnPitch, y, { lineBreak: false });
    page.restore();
  });
}
