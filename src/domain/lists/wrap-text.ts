/** Width of a text in units of its font size: Chinese characters are square, others about half. */
export function widthInEms(text: string): number {
  let ems = 0;
  for (const character of text) ems += (character.codePointAt(0) ?? 0) < 0x2e80 ? 0.58 : 1;
  return ems;
}

/** Numbers and Latin words stay whole; closing punctuation stays with what it closes. */
function pieces(text: string): string[] {
  return text.match(/(?:[A-Za-z0-9.%]+|[\s\S])[,。、;:!?)》”…·]*/gu) ?? [];
}

function fill(all: readonly string[], widest: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of all) {
    if (line !== '' && widthInEms(line + piece) > widest) {
      lines.push(line.trim());
      line = '';
    }
    line += piece;
  }
  if (line.trim() !== '') lines.push(line.trim());
  return lines;
}

/**
 * Breaks a text into as few lines as fit, of about the same length: no single character is left
 * over.
 * @param widest width of a line in units of the font size; a single longer piece stands alone
 */
export function wrapText(text: string, widest: number): string[] {
  const all = pieces(text.trim());
  const fewest = fill(all, widest);
  for (let width = widthInEms(text) / fewest.length; width < widest; width += 0.5) {
    const even = fill(all, width);
    if (even.length === fewest.length) return even;
  }
  return fewest;
}
