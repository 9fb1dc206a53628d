/** Chinese is as wide as it is high; Latin letters and digits are a good half of that. */
const widthOf = (text: string) =>
  Array.from(text).reduce((sum, each) => sum + (each.charCodeAt(0) < 0x2000 ? 0.6 : 1), 0);

/** The largest size, up to `most`, at which a text stands on `lines` lines of a width. */
export function fittingSize(text: string, width: number, most: number, lines = 1): number {
  // A line that breaks leaves up to a character of its width unused.
  const room = (width * lines) / (widthOf(text) + (lines - 1));
  return Math.max(1, Math.min(most, Math.floor(room * 2) / 2));
}
