import type { Content } from 'pdfmake/interfaces';
import type { DocumentDefinition } from './document';

/** Wide enough to write a character over it. */
const blank = '＿';

function replaceIn(content: unknown, replace: (text: string) => string): unknown {
  if (typeof content === 'string') return replace(content);
  if (Array.isArray(content)) return content.map((each) => replaceIn(each, replace));
  if (content === null || typeof content !== 'object') return content;
  const { text, stack, columns, table, ...rest } = content as Record<string, unknown>;
  const deeper = { text, stack, columns, table, body: rest.body };
  const replaced = Object.entries(deeper)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, replaceIn(value, replace)]);
  return { ...rest, ...Object.fromEntries(replaced) };
}

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
    content: replaceIn(document.content, replace) as Content,
    ...(footer && {
      footer: (page: number, pages: number) => replaceIn(footer(page, pages), replace) as Content,
    }),
    drawings: document.drawings.map((each) => {
      return each.kind === 'mongolian'
        ? { ...each, text: replace(each.text).replaceAll(blank, ' ') }
        : each;
    }),
  };
}
