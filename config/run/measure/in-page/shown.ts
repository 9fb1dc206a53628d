/** Sizes are rounded by rpx and by the screen's own pixels. */
export const rounding = 0.6;

/** What somebody reads aloud to say which one: its label, or the beginning of its words. */
export function nameOf(element: Element): string {
  const words = element.getAttribute('aria-label') ?? element.textContent ?? '';
  return words.replace(/\s+/g, ' ').trim().slice(0, 24) || element.className;
}

/** The page in front: an app keeps those behind it in the document. */
export function shownPage(): HTMLElement {
  const pages = [...document.querySelectorAll<HTMLElement>('.page')];
  const shown = pages.filter((page) => isShown(page) && page.getBoundingClientRect().left === 0);
  const last = shown.at(-1);
  if (!last) throw new Error('no page is shown');
  return last;
}

/** In the document and of some size. */
export function isShown(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return element.checkVisibility({ visibilityProperty: true }) && width > 0 && height > 0;
}

/** From the element itself up to the page, and beyond. */
export function upwards(from: Element): Element[] {
  const all: Element[] = [];
  for (let at: Element | null = from; at; at = at.parentElement) all.push(at);
  return all;
}

const round = (value: number) => Math.round(value * 10) / 10;
export const sizeInWords = ({ width, height }: DOMRect) => `${round(width)}×${round(height)}`;
