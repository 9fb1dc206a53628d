import ts from 'typescript';
import { lineOf, type Problem, parse, type SourceFile, visit } from './source-files';

const home = 'src/client/open-page.ts';
const names = /^(navigateTo|redirectTo|navigateBack)$/;

/** WeChat ends at ten pages and with a page that does not load: one file bears that. */
export function pageProblems(file: SourceFile): Problem[] {
  if (!file.name.startsWith('src/') || file.name === home) return [];
  const tree = parse(file);
  const problems: Problem[] = [];
  visit(tree, (node) => {
    if (ts.isIdentifier(node) && names.test(node.text)) {
      problems.push(`${file.name}:${lineOf(tree, node.getStart())} uses ${node.text}, not ${home}`);
    }
  });
  return problems;
}
