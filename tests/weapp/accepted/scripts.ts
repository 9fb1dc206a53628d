import { RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';
import { type Expression, type Identifier, type Literal, type Node, parse } from 'acorn';
import { ancestor, full } from 'acorn-walk';
import { isLackingStatic, lackingGlobals, lackingMethodNames } from './built-ins';
import { floorLacks, floorSyntaxYear } from './floor';

const year = floorSyntaxYear();

/** The name that an expression ends in: `b` of `a.b`, `a["b"]` and `b`. */
function nameOf(node: Node): string | undefined {
  if (node.type === 'Identifier') return (node as Identifier).name;
  if (node.type !== 'MemberExpression') return undefined;
  const { computed, property } = node as Extract<Expression, { type: 'MemberExpression' }>;
  if (!computed) return nameOf(property);
  return property.type === 'Literal' ? String(property.value) : undefined;
}

function mentions(tree: Node, name: string): boolean {
  let found = false;
  full(tree, (node) => {
    found ||=
      nameOf(node) === name || (node.type === 'Literal' && (node as Literal).value === name);
  });
  return found;
}

/**
 * Whether code asks first: what is only looked at, or stands behind a test (`if`, `?:`, `&&`,
 * `||`) that names the same thing, or in a `try` that catches. So libraries find out what an
 * engine can do; on an engine without it they go another way.
 */
function isAskedFor(name: string, path: readonly Node[]): boolean {
  return path.some((node, index) => {
    const inner = path[index + 1];
    if (inner === undefined) return false;
    const parts = node as Node & Record<string, unknown>;
    if (node.type === 'UnaryExpression') {
      return parts.operator === 'typeof' && index === path.length - 2;
    }
    if (node.type === 'TryStatement') return inner === parts.block && parts.handler !== null;
    if (node.type === 'LogicalExpression') {
      return inner === parts.right && mentions(parts.left as Node, name);
    }
    if (node.type !== 'IfStatement' && node.type !== 'ConditionalExpression') return false;
    return inner !== parts.test && mentions(parts.test as Node, name);
  });
}

/** What is called: `x.at()`, and by the way of `x.at.call()`. */
function isCalled(path: readonly Node[]): boolean {
  const [parent, node] = path.slice(-2) as [Node, Node];
  if (parent.type === 'CallExpression')
    return (parent as unknown as { callee: Node }).callee === node;
  return parent.type === 'MemberExpression' && /^(call|apply|bind)$/.test(nameOf(parent) ?? '');
}

/** Why a regular expression does not work on the floor; undefined where it does. */
function patternProblem(pattern: string, flags: string): string | undefined {
  const problems: string[] = [];
  const lacks = (part: string) => {
    if (floorLacks('javascript', 'regular_expressions', part)) problems.push(part);
  };
  try {
    const unicode = flags.includes('u');
    const tree = new RegExpParser().parsePattern(pattern, 0, pattern.length, { unicode });
    visitRegExpAST(tree, {
      onAssertionEnter: ({ kind }) => lacks(`${kind}_assertion`),
      onCapturingGroupEnter: ({ name }) =>
        lacks(name ? 'named_capturing_group' : 'capturing_group'),
      onModifiersEnter: () => lacks('modifier'),
      onCharacterSetEnter: ({ kind }) => {
        if (kind === 'property') lacks('unicode_character_class_escape');
      },
    });
  } catch {
    return undefined; // not a pattern; a script that made it would have thrown on every engine
  }
  return problems[0]?.replaceAll('_', ' ');
}

/** The pattern that a node stands for: `/a/g`, `RegExp("a", "g")`. */
function patternOf(node: Node): [pattern: string, flags: string] | undefined {
  if (node.type === 'Literal') {
    const { regex } = node as Literal;
    return regex ? [regex.pattern, regex.flags] : undefined;
  }
  if (node.type !== 'NewExpression' && node.type !== 'CallExpression') return undefined;
  const { callee, arguments: given } = node as Extract<Expression, { type: 'NewExpression' }>;
  const [pattern, flags] = given.map((value) => (value.type === 'Literal' ? value.value : null));
  if (nameOf(callee) !== 'RegExp' || typeof pattern !== 'string') return undefined;
  return [pattern, typeof flags === 'string' ? flags : ''];
}

function lackingName(node: Node, path: readonly Node[]): string | undefined {
  const name = nameOf(node);
  if (name === undefined) return undefined;
  if (node.type === 'Identifier') return lackingGlobals.has(name) ? name : undefined;
  const { object } = node as Extract<Expression, { type: 'MemberExpression' }>;
  const owner = object.type === 'Identifier' ? object.name : '';
  if (isLackingStatic(owner, name)) return `${owner}.${name}`;
  return lackingMethodNames.has(name) && isCalled(path) ? `.${name}()` : undefined;
}

/** What a script asks of an engine that one at the floor does not have. */
export function scriptProblems(source: string): string[] {
  const problems: string[] = [];
  const add = (node: Node, what: string) => {
    const near = source.slice(Math.max(0, node.start - 30), node.end + 10).replace(/\s+/g, ' ');
    problems.push(`${what} near ${near.slice(0, 120)}`);
  };
  let tree: Node;
  try {
    tree = parse(source, { ecmaVersion: year, sourceType: 'script' });
  } catch (error) {
    const { message, pos } = error as Error & { pos: number };
    return [`ES${year}: ${message} near ${source.slice(Math.max(0, pos - 40), pos + 20)}`];
  }
  const look = (node: Node, _state: unknown, path: Node[]) => {
    const pattern = patternOf(node);
    const why = pattern === undefined ? undefined : patternProblem(...pattern);
    if (why !== undefined) add(node, why);
    const lacking = lackingName(node, path);
    if (lacking !== undefined && !isAskedFor(nameOf(node) ?? '', path)) add(node, lacking);
  };
  const types = ['Identifier', 'MemberExpression', 'Literal', 'NewExpression', 'CallExpression'];
  ancestor(tree, Object.fromEntries(types.map((type) => [type, look])));
  return problems;
}
