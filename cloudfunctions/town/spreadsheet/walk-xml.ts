import { Parser } from 'saxen';
import { refuseBrokenFile, refuseLongCell } from './refusals';

/** Some 3 000 characters of text; a tag is never as long either. */
const longestPiece = 10_000;

const declaration = /^\s*<\?xml[^<>]{0,200}\?>/;

/**
 * Entities, comments and the like may be long in spite of their marks, or want to be expanded or
 * fetched; no spreadsheet writes any.
 */
function isPlain(xml: string): void {
  const [start = ''] = declaration.exec(xml) ?? [];
  if (/<[!?]/.test(xml.slice(start.length))) refuseBrokenFile();
}

/** Neither a tag nor what stands between two is long. */
function holdsNoLongPiece(xml: string): void {
  for (const mark of ['<', '>']) {
    let from = 0;
    while (from < xml.length) {
      const at = xml.indexOf(mark, from);
      const end = at === -1 ? xml.length : at;
      if (end - from > longestPiece) refuseLongCell();
      from = end + 1;
    }
  }
}

const named: Record<string, string> = { amp: '&', apos: "'", gt: '>', lt: '<', quot: '"' };

function characterOf(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : refuseBrokenFile();
}

/** The parser's own way of decoding cuts characters above U+FFFF. */
function decodeEntities(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,8}));/gi, (all, decimal, hex, name) => {
    if (name !== undefined) return named[name.toLowerCase()] ?? all;
    return characterOf(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal));
  });
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

export type Attribute = (name: string) => string | undefined;

export type Walker = {
  open?: (name: string, attribute: Attribute) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
};

/**
 * Goes once through the elements of a part, by their names without prefix.
 * @throws Refusal `file-not-spreadsheet` where it is not what a spreadsheet program writes
 */
export function walkXml(xml: string, { open, text, close }: Walker): void {
  isPlain(xml);
  holdsNoLongPiece(xml);
  const parser = new Parser();
  parser.on('error', refuseBrokenFile);
  // A reader that guesses reads something else than what was looked at.
  parser.on('warn', refuseBrokenFile);
  parser.on('openTag', (name, attributes) => {
    const attribute = (wanted: string) => {
      const value = (attributes() || refuseBrokenFile())[wanted];
      return value === undefined ? undefined : decodeEntities(value);
    };
    open?.(localName(name), attribute);
  });
  if (text) parser.on('text', (raw) => text(decodeEntities(raw)));
  parser.on('closeTag', (name) => close?.(localName(name)));
  parser.parse(xml);
}
