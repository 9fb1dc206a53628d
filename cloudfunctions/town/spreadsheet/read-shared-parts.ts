import { walkXml } from './walk-xml';

/** Characters that XML cannot hold are written as `_x000D_`. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([\da-f]{4})_/gi, (_all, hex) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** The texts that cells point to, without the readings above them. */
export function readSharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let text = '';
  let isText = false;
  let inReading = false;
  walkXml(xml, {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') inReading = true;
      isText = name === 't' && !inReading;
    },
    text: (piece) => {
      if (isText) text += piece;
    },
    close: (name) => {
      if (name === 't') isText = false;
      if (name === 'rPh') inReading = false;
      if (name === 'si') strings.push(unescapeText(text));
    },
  });
  return strings;
}

/** Formats that a program brings along: days, and Chinese ones among them. */
const builtInDates = new Set([
  ...[14, 15, 16, 17, 22],
  ...[27, 28, 29, 30, 31, 36],
  ...[50, 51, 52, 53, 54, 57, 58],
]);

/** A format shows a day where a year, a month or a day stands in it, outside of quotes. */
function showsADay(format: string): boolean {
  const plain = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  return /[ymd]/i.test(plain);
}

/** Which of the styles that cells point to show a number as a day. */
export function readDateStyles(xml: string): ReadonlySet<number> {
  const formats = new Map<number, string>();
  const dates = new Set<number>();
  let inCellStyles = false;
  let style = 0;
  walkXml(xml, {
    open: (name, attribute) => {
      if (name === 'numFmt') {
        formats.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
      }
      if (name === 'cellXfs') inCellStyles = true;
      if (name !== 'xf' || !inCellStyles) return;
      const id = Number(attribute('numFmtId') ?? 0);
      const format = formats.get(id);
      if (format === undefined ? builtInDates.has(id) : showsADay(format)) dates.add(style);
      style += 1;
    },
    close: (name) => {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return dates;
}
