import type { DocumentDefinition } from '../document';
import { readFontFile } from './font-files';
import { once } from './once';

// Required and not imported, as pdfkit does: imported it would be a second copy in the bundle.
const { create } = require('fontkit') as typeof import('fontkit');

/** A character that the font has no picture of, and the text it stands in. */
export type MissingGlyph = { character: string; text: string };

const openChinese = once(async () => create(await readFontFile('chinese')));
const openMongolian = once(async () => create(await readFontFile('mongolian')));

/** Every text of pdfmake's content, however deep it lies. */
function textsIn(content: unknown): string[] {
  if (typeof content === 'string' || typeof content === 'number') return [String(content)];
  if (Array.isArray(content)) return content.flatMap(textsIn);
  if (content === null || typeof content !== 'object') return [];
  const { text, stack, columns, table } = content as Record<string, unknown>;
  const body = (table as { body?: unknown } | undefined)?.body;
  return [text, stack, columns, body].flatMap(textsIn);
}

/** Breaks a line or is nothing to be seen. */
const needsNoGlyph = /[\n\r\t]/;

function missingIn(texts: readonly string[], has: (codePoint: number) => boolean): MissingGlyph[] {
  return texts.flatMap((text) => {
    const missing = [...new Set(text)].filter((character) => {
      return !needsNoGlyph.test(character) && !has(character.codePointAt(0) ?? 0);
    });
    return missing.map((character) => ({ character, text }));
  });
}

/** What of a document the fonts cannot print. */
export async function findMissingGlyphs(document: DocumentDefinition): Promise<MissingGlyph[]> {
  const { content, footer, drawings } = document;
  const chinese = await openChinese();
  const texts = [...textsIn(content), ...textsIn(footer?.(1, 1))];
  const inChinese = missingIn(texts, (codePoint) => chinese.hasGlyphForCodePoint(codePoint));
  const vertical = drawings.flatMap((each) => (each.kind === 'mongolian' ? [each.text] : []));
  if (vertical.length === 0) return inChinese;
  const mongolian = await openMongolian();
  const has = (codePoint: number) => mongolian.hasGlyphForCodePoint(codePoint);
  return [...inChinese, ...missingIn(vertical, has)];
}
