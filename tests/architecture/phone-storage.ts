import ts from 'typescript';
import { lineOf, type Problem, parse, type SourceFile, visit } from './source-files';

const names = /^((get|set|remove|clear|batchGet|batchSet)Storage(Sync)?|(local|session)Storage)$/;

/** A full phone makes storage throw: one file of the phone speaks to it, and bears that. */
export function storageProblems(file: SourceFile): Problem[] {
  if (!file.name.startsWith('src/') || file.name === 'src/client/storage.ts') {
    return [];
  }
  const tree = parse(file);
  const problems: Problem[] = [];
  visit(tree, (node) => {
    if (ts.isIdentifier(node) && names.test(node.text)) {
      problems.push(`${file.name}:${lineOf(tree, node.getStart())} uses ${node.text}`);
    }
  });
  return problems;
}
