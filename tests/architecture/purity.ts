import ts from 'typescript';
import { lineOf, type Problem, parse, type SourceFile, visit } from './source-files';

const forbiddenNames = [
  'process',
  'wx',
  'Taro',
  'fetch',
  'setTimeout',
  'setInterval',
  'console',
  'localStorage',
  'document',
  'window',
  'crypto',
];

function isDeclarationOrProperty(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    ((ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) && parent.name === node) ||
    (ts.isVariableDeclaration(parent) && parent.name === node) ||
    (ts.isParameter(parent) && parent.name === node) ||
    ts.isBindingElement(parent) ||
    ts.isJsxAttribute(parent) ||
    ts.isTypeReferenceNode(parent)
  );
}

/** Names the file gives to things of its own: a `document` of the domain is not the browser's. */
function ownNames(tree: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  visit(tree, (node) => {
    const named =
      ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node);
    if (named && ts.isIdentifier(node.name)) {
      names.add(node.name.text);
    }
  });
  return names;
}

function impurity(node: ts.Node, own: Set<string>): string | null {
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
    const call = `${node.expression.text}.${node.name.text}`;
    return ['Date.now', 'Math.random', 'performance.now'].includes(call) ? call : null;
  }
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date') {
    return node.arguments === undefined || node.arguments.length === 0 ? 'new Date()' : null;
  }
  if (ts.isCallExpression(node) && node.expression.getText() === 'dayjs') {
    return node.arguments.length === 0 ? 'dayjs()' : null;
  }
  if (ts.isIdentifier(node) && forbiddenNames.includes(node.text)) {
    return own.has(node.text) || isDeclarationOrProperty(node) ? null : node.text;
  }
  return null;
}

/**
 * The domain has no clock, no chance, no input and no output: a transaction's callback is run
 * again on conflict, and must decide the same.
 */
export function purityProblems(file: SourceFile): Problem[] {
  if (!file.name.startsWith('src/domain/')) {
    return [];
  }
  const tree = parse(file);
  const own = ownNames(tree);
  const problems: Problem[] = [];
  visit(tree, (node) => {
    const found = impurity(node, own);
    if (found !== null) {
      problems.push(`${file.name}:${lineOf(tree, node.getStart())} uses ${found}`);
    }
  });
  return problems;
}
