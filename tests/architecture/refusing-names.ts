import ts from 'typescript';
import { lineOf, type Problem, parse, type SourceFile, visit } from './source-files';

type Named = { name: string; returns: string; body: ts.Node; node: ts.Node };

/** A function with a name and a return type that is written down, however it is declared. */
function namedFunction(node: ts.Node): Named | null {
  if (ts.isFunctionDeclaration(node) && node.name && node.body && node.type) {
    return { name: node.name.text, returns: node.type.getText(), body: node.body, node };
  }
  if (!ts.isVariableDeclaration(node) || !ts.isIdentifier(node.name)) return null;
  const { initializer } = node;
  if (!initializer || !ts.isArrowFunction(initializer) || !initializer.type) return null;
  const { type, body } = initializer;
  return { name: node.name.text, returns: type.getText(), body, node };
}

/** Refuses itself, or asks a rule that does. */
function mayRefuse(body: ts.Node): boolean {
  let found = false;
  visit(body, (node) => {
    if (ts.isCallExpression(node)) {
      found ||= /(^|\.)(refuse|must[A-Z]\w*)$/.test(node.expression.getText());
    }
  });
  return found;
}

/**
 * A rule that throws is told by its name: `must…` where it answers nothing, `refuse…` where it
 * never returns. What reads as a sentence only answers.
 */
export function refusingNameProblems(file: SourceFile): Problem[] {
  if (!/^(src\/domain|cloudfunctions)\//.test(file.name)) return [];
  const problems: Problem[] = [];
  const tree = parse(file);
  visit(tree, (node) => {
    const found = namedFunction(node);
    if (!found || !mayRefuse(found.body)) return;
    const begins = /^(void|asserts .*)$/.test(found.returns)
      ? 'must'
      : found.returns === 'never'
        ? 'refuse'
        : '';
    if (found.name.startsWith(begins)) return;
    const at = lineOf(tree, found.node.getStart());
    problems.push(`${file.name}:${at} ${found.name} refuses: its name begins with ${begins}`);
  });
  return problems;
}
