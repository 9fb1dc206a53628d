/** Parts of pdfmake's content in which words stand, however deep. */
const partsWithWords = new Set(['text', 'stack', 'columns', 'table', 'body']);

/**
 * The same content with every text of it changed: what looks for words and what replaces them see
 * the same ones.
 */
export function mapTexts<Content>(content: Content, change: (text: string) => string): Content;
export function mapTexts(content: unknown, change: (text: string) => string): unknown {
  if (typeof content === 'string' || typeof content === 'number') return change(String(content));
  if (Array.isArray(content)) return content.map((each) => mapTexts(each, change));
  if (content === null || typeof content !== 'object') return content;
  const parts = Object.entries(content).map(([name, part]) => {
    return [name, partsWithWords.has(name) ? mapTexts(part as unknown, change) : part];
  });
  return Object.fromEntries(parts) as unknown;
}
