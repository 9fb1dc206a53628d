const open = (name: string) => `<!-- proof:${name} -->`;
const close = (name: string) => `<!-- /proof:${name} -->`;

/** The names of all places, in their order. */
export function placesIn(text: string): string[] {
  return [...text.matchAll(/<!-- proof:([\w-]+) -->/g)].map(([, name]) => name ?? '');
}

/**
 * The text with this figure in its place, whatever stood there.
 * @throws Error where there is no such place, or more than one
 */
export function withFigure(text: string, name: string, figure: string): string {
  const [before = '', behind, ...more] = text.split(open(name));
  const end = behind?.indexOf(close(name)) ?? -1;
  if (behind === undefined || more.length > 0 || end < 0) {
    throw new Error(`tests/README.md needs one place ${open(name)}…${close(name)}`);
  }
  // It stands in a cell of a table; some are printed as JSON.
  const inCell = figure
    .replace(/[{}"]/g, '')
    .replace(/,(?=\S)/g, ', ')
    .replace(/\s+/g, ' ')
    .replaceAll('|', '\\|');
  return before + open(name) + inCell + behind.slice(end);
}
