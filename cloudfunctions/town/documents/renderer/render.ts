import Printer from 'pdfmake/js/Printer';
import { assert } from '../../../../src/domain/kernel/refusal';
import { type DocumentDefinition, type Drawing, paperSizes } from '../document';
import { drawMongolian } from './draw-mongolian';
import { drawQr } from './draw-qr';
import { readFontFile } from './font-files';
import { findMissingGlyphs } from './missing-glyphs';
import { once } from './once';

export type Rendered = { bytes: Uint8Array; pages: number };

const maker = '积分清单';
const chineseFile = 'chinese.ttf';
const readChinese = once(() => readFontFile('chinese'));

/** Nothing of a document comes from anywhere but its definition. */
const reachesNothing = { resolve: () => {}, resolved: async () => {} };
const readsNothing = () => false;

async function layOut(document: DocumentDefinition, nowMs: number): Promise<PDFKit.PDFDocument> {
  const chinese = await readChinese();
  const files = { existsSync: (name: string) => name === chineseFile, readFileSync: () => chinese };
  const fonts = { Chinese: { normal: chineseFile } };
  const printer = new Printer(fonts, files, reachesNothing, readsNothing);
  const { title, paper, margins, content, footer } = document;
  const [width, height] = paperSizes[paper];
  return printer.createPdfKitDocument(
    {
      ...{ pageSize: { width, height }, pageMargins: margins, content },
      info: { title, producer: maker, creator: maker, creationDate: new Date(nowMs) },
      ...{ version: '1.7', language: 'zh-CN', displayTitle: true },
      defaultStyle: { font: 'Chinese', fontSize: 10, lineHeight: 1.15 },
      ...(footer && { footer }),
    },
    { bufferPages: true },
  );
}

async function draw(pdf: PDFKit.PDFDocument, drawing: Drawing): Promise<void> {
  pdf.switchToPage(drawing.page);
  if (drawing.kind === 'qr') drawQr(pdf, drawing);
  else await drawMongolian(pdf, drawing);
}

function collect(pdf: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const parts: Uint8Array[] = [];
    pdf.on('data', (part: Uint8Array) => parts.push(part));
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))));
    pdf.on('error', reject);
    pdf.end();
  });
}

/**
 * A PDF of a definition whose every character can be printed: ask `findMissingGlyphs` first.
 * @param nowMs when it is made; the same document at the same time is the same file
 */
export async function render(document: DocumentDefinition, nowMs: number): Promise<Rendered> {
  const missing = await findMissingGlyphs(document);
  assert(missing.length === 0, 'a character without a glyph was to be printed as a box');
  const pdf = await layOut(document, nowMs);
  const pages = pdf.bufferedPageRange().count;
  for (const drawing of document.drawings) await draw(pdf, drawing);
  return { bytes: await collect(pdf), pages };
}
