import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** One file of the project; `name` is its path from the root, with forward slashes. */
export type SourceFile = { name: string; text: string };

/** A breach of a rule: where, and what is wrong in words. */
export type Problem = string;

export const root = path.resolve(__dirname, '../..');

const areas = ['src', 'cloudfunctions', 'config', 'local-cloud', 'tests'];
const codeExtensions = ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.scss', '.html'];

/** Names of all files of the areas, of any kind. */
export function listFiles(): string[] {
  const walk = (name: string): string[] =>
    statSync(path.join(root, name)).isDirectory()
      ? readdirSync(path.join(root, name)).flatMap((entry) => walk(`${name}/${entry}`))
      : [name];
  return areas.flatMap(walk);
}

export function isCode(name: string): boolean {
  return codeExtensions.includes(path.extname(name));
}

export function isScript(name: string): boolean {
  return isCode(name) && !/\.(scss|html)$/.test(name);
}

export function readSources(): SourceFile[] {
  return listFiles()
    .filter(isCode)
    .map((name) => ({ name, text: readFileSync(path.join(root, name), 'utf8') }));
}

const parsed = new WeakMap<SourceFile, ts.SourceFile>();

export function parse(file: SourceFile): ts.SourceFile {
  const known = parsed.get(file);
  if (known !== undefined) {
    return known;
  }
  const kind = file.name.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const tree = ts.createSourceFile(file.name, file.text, ts.ScriptTarget.ES2022, true, kind);
  parsed.set(file, tree);
  return tree;
}

export function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}

export function lineOf(tree: ts.SourceFile, position: number): number {
  return tree.getLineAndCharacterOfPosition(position).line + 1;
}

function literalText(node: ts.Node | undefined): string | null {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : null;
}

/** What a node imports, whatever way: import, export from, import(), require(), import type. */
function importedBy(node: ts.Node): string | null {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    return literalText(node.moduleSpecifier);
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return literalText(node.argument.literal);
  }
  if (ts.isCallExpression(node)) {
    const { expression } = node;
    const isImport = expression.kind === ts.SyntaxKind.ImportKeyword;
    const isRequire = /^(require|jest\.(mock|requireActual))$/.test(expression.getText());
    return isImport || isRequire ? literalText(node.arguments[0]) : null;
  }
  return null;
}

/** Module specifiers as written; of style sheets @use and @import, of pages their scripts. */
export function importsOf(file: SourceFile): string[] {
  if (file.name.endsWith('.scss')) {
    return [...file.text.matchAll(/@(?:use|import|forward)\s+['"]([^'"]+)['"]/g)].map(
      (match) => match[1] ?? '',
    );
  }
  if (file.name.endsWith('.html')) {
    return [...file.text.matchAll(/(?:src|href)="\/([\w-]+\.js)"/g)].map(
      (match) => `./${match[1]}`,
    );
  }
  const found: string[] = [];
  visit(parse(file), (node) => {
    const target = importedBy(node);
    if (target !== null) {
      found.push(target);
    }
  });
  return found;
}

/** A relative import as a path from the root (without looking for the extension); else null. */
export function resolveRelative(file: SourceFile, target: string): string | null {
  if (!target.startsWith('.')) {
    return null;
  }
  return path.posix.join(path.posix.dirname(file.name), target);
}
