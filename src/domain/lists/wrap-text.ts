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

/**
 * Breaks a text into lines.
 * @param widest width of a line in units of the font size; a single longer piece stands alone
 */
export function wrapText(text: string, widest: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text.trim())) {
    if (line !== '' && widthInEms(line + piece) > widest) {
      lines.push(line.trim());
      line = '';
    }
    line += piece;
  }
  if (line.trim() !== '') lines.push(line.trim());
  return lines;
}
