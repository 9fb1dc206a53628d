import { isShown, upwards } from './shown';

/** A stretch of words as it stands on the page. */
export type Words = {
  text: string;
  element: HTMLElement;
  style: CSSStyleDeclaration;
  /** One for each line. */
  lines: DOMRect[];
};

/** Words that are typed over: a field's own, or its hint while it is empty. */
function wordsInField(field: HTMLInputElement | HTMLTextAreaElement): Words[] {
  const text = field.value || field.placeholder;
  const style = getComputedStyle(field, field.value ? undefined : '::placeholder');
  return text && isShown(field) ? [{ text, element: field, style, lines: [] }] : [];
}

/** Every stretch of words below an element. */
export function wordsOf(root: HTMLElement): Words[] {
  const found: Words[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const element = node.parentElement;
    const text = node.data.replace(/\s+/g, ' ').trim();
    if (!element || text === '' || !isShown(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const lines = [...range.getClientRects()].filter(({ width, height }) => width * height > 0);
    if (lines.length > 0) found.push({ text, element, style: getComputedStyle(element), lines });
  }
  const fields = root.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
  return [...found, ...[...fields].flatMap(wordsInField)];
}

/** What can be tapped, by its role; a switch, a box and a tab are tapped as well. */
const tapped = 'button, [role="button"], [role="tab"], [role="checkbox"], [role="switch"]';
export const targets = `${tapped}, [role="radio"], input, textarea`;

/**
 * What cannot be tapped now is exempt from contrast (WCAG 1.4.3): it is meant to look so.
 */
export const isOff = (element: Element): boolean =>
  upwards(element).some((each) => each.getAttribute('aria-disabled') === 'true');

export const shortened = (text: string): string => text.slice(0, 24);
