import type { Problem, SourceFile } from './source-files';

const styledIn = (text: string) =>
  [...text.matchAll(/\.([a-zA-Z][\w-]*)/g)].map(([, name]) => name);

/** Names of classes that no sheet styles: a sheet lost them, and what wears them lost its look. */
export function unstyledProblems(sources: readonly SourceFile[]): Problem[] {
  const ofThePhone = sources.filter(({ name }) => name.startsWith('src/'));
  const sheets = ofThePhone.filter(({ name }) => name.endsWith('.scss'));
  const styled = new Set(sheets.flatMap(({ text }) => styledIn(text)));
  return ofThePhone
    .filter(({ name }) => name.endsWith('.tsx'))
    .flatMap(({ name, text }) =>
      [...text.matchAll(/className="([^"]+)"/g)]
        .flatMap(([, worn = '']) => worn.split(' '))
        .filter((worn) => !styled.has(worn))
        .map((worn) => `${name} wears ${worn}, which no sheet styles`),
    );
}
