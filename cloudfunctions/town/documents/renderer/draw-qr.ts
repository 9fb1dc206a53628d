import QRCode from 'qrcode';

/** Everything that is printed here is read by a telephone, often from behind glass. */
const correction = 'M';

/** Dark squares of a row that touch are one stroke: from where, how many. */
function strokesOf(dark: (column: number) => boolean, columns: number): [number, number][] {
  const strokes: [number, number][] = [];
  for (let column = 0; column < columns; column += 1) {
    if (!dark(column)) continue;
    const from = column;
    while (column + 1 < columns && dark(column + 1)) column += 1;
    strokes.push([from, column - from + 1]);
  }
  return strokes;
}

/** Draws a QR code without its quiet zone: the template leaves four squares of white around it. */
export function drawQr(
  page: PDFKit.PDFDocument,
  { text, x, y, size }: { text: string; x: number; y: number; size: number },
): void {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: correction });
  const square = size / modules.size;
  for (let row = 0; row < modules.size; row += 1) {
    const strokes = strokesOf((column) => modules.get(row, column) === 1, modules.size);
    for (const [from, many] of strokes) {
      page.rect(x + from * square, y + row * square, many * square, square);
    }
  }
  page.fill('black');
}
