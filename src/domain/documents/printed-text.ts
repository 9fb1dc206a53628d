const printedText = /^JF\.P\.(\d{8})$/;

/** What the QR code beside a check code says; the app's own scanner reads it. */
export function writePrintedText(checkCode: string): string {
  return `JF.P.${checkCode}`;
}

/** The check code in what was scanned; null in any other text. */
export function readPrintedText(text: string): string | null {
  return printedText.exec(text)?.[1] ?? null;
}
