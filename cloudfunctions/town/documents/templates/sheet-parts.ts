import type { Content } from 'pdfmake/interfaces';
import { type DocumentDefinition, type Drawing, paperSizes } from '../document';

/** What stands small and quiet on a sheet. */
export const grey = '#5A6B62';

/** An A4 sheet, in points: the room at its edges, and the code in its upper right corner. */
type Corner = { margin: number; qrSize: number };

/** What heads a sheet, beside the room that is left for its code. */
export function besideCode(stack: Content[], { qrSize }: Pick<Corner, 'qrSize'>): Content {
  return {
    columns: [
      { width: '*', stack },
      { width: qrSize + 12, text: '' },
    ],
  };
}

/** @param page counted from 0 */
export function codeInCorner(text: string, page: number, { margin, qrSize }: Corner): Drawing {
  const [width] = paperSizes.A4;
  return { kind: 'qr', page, text, x: width - margin - qrSize, y: margin, size: qrSize };
}

/** @param printedOn `2026年11月20日` */
export const pageFooter =
  (printedOn: string): NonNullable<DocumentDefinition['footer']> =>
  (page, pages) => ({
    text: `${printedOn}印 · 第 ${page} 页,共 ${pages} 页`,
    ...{ alignment: 'center', fontSize: 8, color: grey, margin: [0, 14, 0, 0] },
  });
