import type { DocumentDefinition } from './document';
import { mapTexts } from './map-texts';

/** Wide enough to write a character over it. */
const blank = '＿';

/** The same document with blanks for what cannot be printed, to be filled in by pen. */
export function withBlanks(
  document: DocumentDefinition,
  missing: readonly { character: string }[],
): DocumentDefinition {
  const lacks = new Set(missing.map(({ character }) => character));
  const replace = (text: string) =>
    Array.from(text, (each) => (lacks.has(each) ? blank : each)).join('');
  const { footer } = document;
  return {
    ...document,
    content: mapTexts(document.content, replace),
    ...(footer && {
      footer: (page: number, pages: number) => mapTexts(footer(page, pages), replace),
    }),
    drawings: document.drawings.map((each) => {
      return each.kind === 'mongolian'
        ? { ...each, text: replace(each.text).replaceAll(blank, ' ') }
        : each;
    }),
  };
}
