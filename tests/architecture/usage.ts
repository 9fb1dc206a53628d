import path from 'node:path';
import ts from 'typescript';
import {
  importsOf,
  isScript,
  type Problem,
  parse,
  resolveRelative,
  type SourceFile,
  visit,
} from './source-files';

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

/** Base names that a file mentions in strings: programs that are started, plugins by path. */
function mentioned(file: SourceFile): string[] {
  if (!isScript(file.name)) {
    return [];
  }
  const found: string[] = [];
  visit(parse(file), (node) => {
    if (ts.isStringLiteralLike(node) && /\.(ts|mjs|cjs|js)$/.test(node.text)) {
      found.push(path.posix.basename(node.text));
    }
  });
  return found;
}

/**
 * Files that nothing reaches from the entry points.
 * @param entries names of files that are used from outside: scripts, pages, tests, functions
 */
export function unusedProblems(files: SourceFile[], entries: readonly string[]): Problem[] {
  const byName = new Map(files.map((file) => [file.name, file]));
  const waiting = entries.filter((name) => byName.has(name));
  const used = new Set(waiting);
  const use = (name: string) => {
    if (byName.has(name) && !used.has(name)) {
      used.add(name);
      waiting.push(name);
    }
  };
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const file = byName.get(name) as SourceFile;
    for (const target of importsOf(file)) {
      const resolved = resolveRelative(file, target);
      for (const candidate of resolved === null ? [] : candidates(resolved)) {
        use(candidate);
      }
    }
    const names = new Set(mentioned(file));
    for (const other of files) {
      // These tests speak of files that break rules; that does not make them used.
      const counts = !name.startsWith('tests/architecture/');
      if (counts && names.has(path.posix.basename(other.name))) {
        use(other.name);
      }
    }
  }
  return files
    .filter(({ name }) => !used.has(name))
    .map(({ name }) => `${name} is used by nothing`);
}
