import path from 'node:path';
import ts from 'typescript';
import { importedFiles } from './imported-files';
import { isScript, type Problem, parse, type SourceFile, visit } from './source-files';

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
  const known = new Set(byName.keys());
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
    for (const target of importedFiles(file, known)) use(target);
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
