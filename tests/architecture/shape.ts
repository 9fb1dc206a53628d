import ts from 'typescript';
import { isScript, lineOf, type Problem, parse, type SourceFile, visit } from './source-files';

const longestFunctionLines = 70;
const longestLineColumns = 100;

/** One string and nothing else, such as the path of a drawing: there is no place to break it. */
const oneString = /^\s*([\w-]+: )?(['"`]).*\2[,;]?$/;

export function lineProblems(file: SourceFile): Problem[] {
  return file.text.split('\n').flatMap((line, index) => {
    const columns = [...line].length;
    return columns > longestLineColumns && !oneString.test(line)
      ? [`${file.name}:${index + 1} has ${columns} columns`]
      : [];
  });
}

function isTestCall(node: ts.Node): boolean {
  const call = ts.isExpressionStatement(node) ? node.expression : node;
  return ts.isCallExpression(call) && /^(describe|test|it)\b/.test(call.expression.getText());
}

/** A `describe` block, or a suite that several stores share, is a chapter, not a function. */
function isChapter(node: ts.FunctionLikeDeclaration): boolean {
  const { parent, body } = node;
  const isBlock = ts.isCallExpression(parent) && /^describe\b/.test(parent.expression.getText());
  return isBlock || (body !== undefined && ts.isBlock(body) && body.statements.some(isTestCall));
}

export function functionProblems(file: SourceFile): Problem[] {
  if (!isScript(file.name)) {
    return [];
  }
  const tree = parse(file);
  const problems: Problem[] = [];
  visit(tree, (node) => {
    const isFunction = ts.isFunctionLike(node) && 'body' in node;
    if (!isFunction || isChapter(node as ts.FunctionLikeDeclaration)) {
      return;
    }
    const first = lineOf(tree, node.getStart());
    const lines = lineOf(tree, node.getEnd()) - first + 1;
    if (lines > longestFunctionLines) {
      problems.push(`${file.name}:${first} is a function of ${lines} lines`);
    }
  });
  return problems;
}

/** Taro wants default exports of pages, app and settings; its plugins too. */
const mayExportDefault = new RegExp(
  [
    '^src/app.tsx?$',
    '^src/(pages|packages)/.*/index.tsx$',
    '.config.ts$',
    '^config/index.ts$',
    '^config/taro/[a-z-]+-plugin.ts$',
  ].join('|'),
);

export function exportProblems(file: SourceFile): Problem[] {
  if (!isScript(file.name) || mayExportDefault.test(file.name)) {
    return [];
  }
  const problems: Problem[] = [];
  visit(parse(file), (node) => {
    const isAssignment = ts.isExportAssignment(node) && !node.isExportEquals;
    const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined;
    const isModified = modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
    if (isAssignment || isModified) {
      problems.push(`${file.name} exports a default`);
    }
  });
  return problems;
}

/** Kebab-case, but for the name under which a folder is read first. */
export function nameProblems(name: string): Problem[] {
  const parts = name.split('/').filter((part) => part !== 'README.md');
  const kebab = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
  return parts.every((part) => kebab.test(part)) ? [] : [`${name} is not kebab-case`];
}

/** Forms that the house style leaves out, and ways round the checkers. */
export function formProblems(file: SourceFile): Problem[] {
  if (!isScript(file.name)) {
    return [];
  }
  const tree = parse(file);
  const problems: Problem[] = [];
  const add = (node: ts.Node, what: string) =>
    problems.push(`${file.name}:${lineOf(tree, node.getStart())} ${what}`);
  visit(tree, (node) => {
    if (ts.isEnumDeclaration(node)) {
      add(node, 'declares an enum');
    } else if (ts.isAsExpression(node) && node.type.kind === ts.SyntaxKind.AnyKeyword) {
      add(node, 'casts to any');
    } else if (
      ts.isPropertyAccessExpression(node) &&
      /^(test|it|describe)\.(skip|only|todo)$/.test(node.getText())
    ) {
      add(node, `uses ${node.getText()}`);
    }
  });
  const silencers = [`@ts-${'ignore'}`, `@ts-${'expect-error'}`, `biome-${'ignore'}`];
  const used = silencers.filter((silencer) => file.text.includes(silencer));
  return [...problems, ...used.map((silencer) => `${file.name} contains ${silencer}`)];
}
