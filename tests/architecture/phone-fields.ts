import ts from 'typescript';
import { lineOf, type Problem, parse, type SourceFile, visit } from './source-files';

const needed = ['useFieldText', 'useKeyboardRoom'];

/** WeChat loses letters where a field is told what was typed, so no field is made otherwise. */
export function fieldProblems(file: SourceFile): Problem[] {
  if (!file.name.startsWith('src/')) return [];
  const tree = parse(file);
  const called = new Set<string>();
  const fields: ts.Node[] = [];
  visit(tree, (node) => {
    if (ts.isCallExpression(node)) called.add(node.expression.getText());
    if (
      ts.isImportSpecifier(node) &&
      /^(Input|Textarea)$/.test((node.propertyName ?? node.name).text)
    )
      fields.push(node);
  });
  const missing = needed.filter((name) => !called.has(name));
  return fields.flatMap((node) =>
    missing.map(
      (name) => `${file.name}:${lineOf(tree, node.getStart())} has a field without ${name}`,
    ),
  );
}
