import path from 'node:path';
import { importsOf, resolveRelative, type SourceFile } from './source-files';

const suffixes = [
  '',
  '.ts',
  '.tsx',
  '.d.ts',
  '.weapp.ts',
  '.h5.ts',
  '.weapp.tsx',
  '.h5.tsx',
].concat(['.mjs', '.cjs', '.js', '.scss', '/index.ts', '/index.tsx']);

/** Every file an import may mean; Taro picks `.weapp` or `.h5` by target. */
function candidates(target: string): string[] {
  const partial = path.posix.join(
    path.posix.dirname(target),
    `_${path.posix.basename(target)}.scss`,
  );
  return [...suffixes.map((suffix) => `${target}${suffix}`), partial];
}

/** The files of the project that a file imports. */
export function importedFiles(file: SourceFile, names: ReadonlySet<string>): string[] {
  return importsOf(file).flatMap((target) => {
    const resolved = resolveRelative(file, target);
    return resolved === null ? [] : candidates(resolved).filter((name) => names.has(name));
  });
}
