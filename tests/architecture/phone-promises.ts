import ts from 'typescript';
import { lineOf, type Problem, parse, type SourceFile, visit } from './source-files';

const sends = '(上?传|发|交|报|送|提交|重试|同步)';
/** WeChat lets nothing run in the background: what waits is sent while the app is open. */
const promises = [
  new RegExp(`(会自己|自己会|自动|后台|[稍随过之]后)(就|会|再|接着|继续|重新|来)*${sends}`),
  /不(用|必|需要?)(再|一直|老)?(开着|打开|守着|等着|管)/,
  /(关[了掉上]|退出|离开)[^。,;]{0,6}也(会|能|可以)/,
];

/** What the phone says must not promise that something is sent by itself. */
export function promiseProblems(file: SourceFile): Problem[] {
  if (!/^(src|cloudfunctions)\//.test(file.name)) return [];
  const tree = parse(file);
  const problems: Problem[] = [];
  visit(tree, (node) => {
    const says =
      ts.isStringLiteralLike(node) || ts.isJsxText(node) || ts.isTemplateLiteralToken(node);
    if (!says) return;
    const text = node.text.replace(/\s+/g, '');
    if (promises.some((promise) => promise.test(text))) {
      problems.push(`${file.name}:${lineOf(tree, node.getStart())} promises: ${text}`);
    }
  });
  return problems;
}
