import ts from 'typescript';
import { lineOf, type Problem, parse, type SourceFile, visit } from './source-files';

function mentions(node: ts.Node, names: ReadonlySet<string>): boolean {
  let found = false;
  visit(node, (each) => {
    // A name behind a dot or before a colon is a field's, not the variable's.
    if (!ts.isIdentifier(each) || !names.has(each.text)) return;
    const { parent } = each;
    const isField =
      (ts.isPropertyAccessExpression(parent) && parent.name === each) ||
      (ts.isPropertyAssignment(parent) && parent.name === each);
    if (!isField) found = true;
  });
  return found;
}

type State = { name: string; setter: string; within: ts.Node };

/** `const [state, setState] = useState(…)`, and the function it stands in. */
function statesOf(tree: ts.SourceFile): State[] {
  const states: State[] = [];
  visit(tree, (node) => {
    if (!ts.isVariableDeclaration(node) || !node.initializer) return;
    if (!ts.isCallExpression(node.initializer) || !ts.isArrayBindingPattern(node.name)) return;
    if (node.initializer.expression.getText() !== 'useState') return;
    const [name, setter] = node.name.elements.map((each) => each.getText());
    if (name && setter) states.push({ name, setter, within: node.parent.parent.parent });
  });
  return states;
}

/** `{ ...state, one }`, `[...state, one]`, `new Set(state)`: the state, something changed in it. */
function isChangedCopy(node: ts.Node, names: ReadonlySet<string>): boolean {
  if (ts.isNewExpression(node)) return mentions(node, names);
  const parts = ts.isObjectLiteralExpression(node)
    ? node.properties.filter(ts.isSpreadAssignment)
    : ts.isArrayLiteralExpression(node)
      ? node.elements.filter(ts.isSpreadElement)
      : [];
  return parts.some(({ expression }) => mentions(expression, names));
}

/** Constants that are a changed copy of the state. */
function copiesOf({ name, within }: State): Set<string> {
  const copies = new Set<string>();
  visit(within, (node) => {
    if (!ts.isVariableDeclaration(node) || !node.initializer) return;
    if (!ts.isIdentifier(node.name)) return;
    if (isChangedCopy(node.initializer, new Set([name]))) copies.add(node.name.text);
  });
  return copies;
}

/**
 * On a busy phone two taps come before the page is drawn again: what the second makes of the page's
 * own copy of a state loses the first. A state is changed by a function of what it is by then.
 */
export function stateProblems(file: SourceFile): Problem[] {
  if (!file.name.startsWith('src/')) return [];
  const tree = parse(file);
  const problems: Problem[] = [];
  for (const state of statesOf(tree)) {
    const copies = copiesOf(state);
    visit(state.within, (node) => {
      if (!ts.isCallExpression(node) || node.expression.getText() !== state.setter) return;
      const [given] = node.arguments;
      if (!given) return;
      const isCopy = ts.isIdentifier(given) && copies.has(given.text);
      if (!isCopy && !isChangedCopy(given, new Set([state.name]))) return;
      const line = lineOf(tree, node.getStart());
      problems.push(`${file.name}:${line} changes ${state.name} by the page's copy of it`);
    });
  }
  return problems;
}
