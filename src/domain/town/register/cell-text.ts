import type { Cell } from './types';

/** Control and invisible characters: they come from pasted text and hide what is compared. */
const invisible = /[\p{Cc}\p{Cf}]/gu;

/** What people write where there is nothing to write. */
const emptyMark = /^(?:[-/\\|~_.·。、,×\u2010-\u2015\u2212\u2500\u4e36]+|无|暂无|没有|空|n\/?a)$/iu;

/** What most cells hold: it stays as it is, and a register has a hundred thousand cells. */
const ordinary = /^[\u4e00-\u9fffA-Za-z0-9]+$/;

/** As it is shown: line breaks are spaces, and nothing stands before or behind. */
export function shownText(cell: Cell | undefined): string {
  if (cell instanceof Date) {
    return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  }
  const text = String(cell ?? '');
  return ordinary.test(text) ? text : text.replace(/\s+/g, ' ').trim();
}

/** Full-width and compatibility forms in the ordinary one; what only says “nothing” is empty. */
export function plainText(cell: Cell | undefined): string {
  const shown = shownText(cell);
  if (ordinary.test(shown)) return emptyMark.test(shown) ? '' : shown;
  const text = shown.normalize('NFKC').trim();
  const seen = text.replace(invisible, '').trim();
  return seen === '' || emptyMark.test(seen) ? '' : text;
}

/** Of digits and the like, which stay the same without what nobody sees. */
export function visibleText(cell: Cell | undefined): string {
  return plainText(cell).replace(invisible, '').replace(/^'/, '').trim();
}

export function holdsInvisible(text: string): boolean {
  return text.search(invisible) !== -1;
}

/** Turns the reading around: what is seen is not what stands there. */
export function turnsAround(text: string): boolean {
  return /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(text);
}

/** A village's name for comparing. */
export function foldVillage(cell: Cell | undefined): string {
  return plainText(cell).replace(/\s/g, '');
}
