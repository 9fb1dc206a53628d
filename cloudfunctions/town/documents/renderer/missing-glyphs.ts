import type { DocumentDefinition } from '../document';
import { mapTexts } from '../map-texts';
import { readFontFile } from './font-files';
import { once } from './once';

// Required and not imported, as pdfkit does: imported it would be a second copy in the bundle.
const { create } = require('fontkit') as typeof import('fontkit');

/** A character that the font has no picture of, and the text it stands in. */
export type MissingGlyph = { character: string; text: string };

const openChinese = once(async () => create(await readFontFile('chinese')));
const openMongolian = once(async () => create(await readFontFile('mongolian')));

function textsIn(content: unknown): string[] {
  const texts: string[] = [];
  mapTexts(content, (text) => {
    texts.push(text);
    return text;
  });
  return texts;
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
