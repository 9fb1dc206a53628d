import path from 'node:path';
import postcss, { type Root, type Rule } from 'postcss';

type ReadStyle = (file: string) => string;

/**
 * Turns one .wxss file into CSS: imports inlined, rpx as parts of the viewport's width, tag names
 * as they stand in the document, and — for a page — every rule confined to that page.
 * @param file path inside the package, with extension
 * @param scope selector of the page's element, '' for app.wxss
 */
export function compileStyle(file: string, scope: string, read: ReadStyle): string {
  const root = postcss.parse(read(file), { from: file });
  inlineImports(root, file, read);
  root.walkRules((rule) => {
    if (!isKeyframeStep(rule)) {
      rule.selectors = rule.selectors.map((selector) => confine(renameTags(selector), scope));
    }
  });
  return convertRpx(root.toString());
}

/** 750 rpx are the width of the screen (WeChat: 尺寸单位 rpx). */
export function convertRpx(css: string): string {
  return css.replace(/(-?\d*\.?\d+)rpx/g, (_, count: string) => {
    return `calc(${count} * 100vw / 750)`;
  });
}

function inlineImports(root: Root, file: string, read: ReadStyle): void {
  root.walkAtRules('import', (rule) => {
    const target = /["']([^"']+)["']/.exec(rule.params)?.[1];
    if (target === undefined) {
      throw new Error(`${file}: cannot read @import ${rule.params}`);
    }
    const from = target.startsWith('/')
      ? target.slice(1)
      : path.posix.join(path.posix.dirname(file), target);
    const imported = postcss.parse(read(from), { from });
    inlineImports(imported, from, read);
    rule.replaceWith(imported.nodes);
  });
}

function isKeyframeStep(rule: Rule): boolean {
  return (
    rule.parent?.type === 'atrule' &&
    /keyframes$/.test((rule.parent as { name?: string }).name ?? '')
  );
}

const tags = [
  'view|text|image|button|input|textarea|scroll-view|swiper|swiper-item',
  'picker|switch|checkbox|radio|label|form',
].join('|');

function renameTags(selector: string): string {
  return selector
    .replace(/(^|[\s>+~(,])page(?![\w-])/g, '$1.weapp-page')
    .replace(/:root/g, '.weapp-page')
    .replace(new RegExp(`(^|[\\s>+~(,])(${tags})(?![\\w-])`, 'g'), '$1wx-$2');
}

function confine(selector: string, scope: string): string {
  if (scope === '') {
    return selector;
  }
  return selector.startsWith('.weapp-page')
    ? selector.replace('.weapp-page', scope)
    : `${scope} ${selector}`;
}
