import type { Found, Locator } from '../types';

const implicitRoles: Record<string, string> = {
  'WX-BUTTON': 'button',
  INPUT: 'textbox',
  TEXTAREA: 'textbox',
  'WX-NAVIGATOR': 'link',
  'WX-IMAGE': 'img',
};

function clean(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}

export function roleOf(element: Element): string {
  return element.getAttribute('role') || (implicitRoles[element.tagName] ?? '');
}

/** The accessible name, in short: the label given, else the text inside, else the placeholder. */
export function nameOf(element: Element): string {
  const label = element.getAttribute('aria-label');
  return clean(label || element.textContent || element.getAttribute('placeholder'));
}

function isVisible(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const { style, hidden } = at as HTMLElement;
    if (hidden || style?.display === 'none' || style?.visibility === 'hidden') {
      return false;
    }
  }
  // Only a real layout engine knows what the style sheets hide.
  return typeof element.checkVisibility === 'function' ? element.checkVisibility() : true;
}

function shownRoots(): Element[] {
  const pages = [...document.querySelectorAll('.weapp-page')].filter((page) => isVisible(page));
  return [...pages, ...document.querySelectorAll('.weapp-overlay')];
}

function matches(element: Element, locator: Locator): boolean {
  const same = (text: string, wanted: string) =>
    locator.exact ? text === wanted : text.includes(wanted);
  if (locator.by === 'role') {
    const named = locator.name === undefined || same(nameOf(element), locator.name);
    return roleOf(element) === locator.value && named;
  }
  if (locator.by === 'placeholder') {
    return same(element.getAttribute('placeholder') ?? '', locator.value);
  }
  if (locator.by === 'css') {
    return element.matches(locator.value);
  }
  return same(clean(element.textContent), locator.value);
}

/** Every visible match; for text only the innermost elements that hold it. */
export function findAll(locator: Locator): HTMLElement[] {
  const found = shownRoots()
    .flatMap((root) => [...root.querySelectorAll<HTMLElement>('*')])
    .filter((element) => matches(element, locator) && isVisible(element));
  if (locator.by !== 'text') {
    return found;
  }
  return found.filter(
    (element) => !found.some((other) => other !== element && element.contains(other)),
  );
}

/** @throws saying how many there are when there is not exactly one */
export function findOne(locator: Locator): HTMLElement {
  const all = findAll(locator);
  const element = locator.nth === undefined ? all[0] : all[locator.nth];
  if (element === undefined || (locator.nth === undefined && all.length > 1)) {
    const named = locator.name ? ` named "${locator.name}"` : '';
    const wanted = `${locator.by} "${locator.value}"${named}`;
    throw new Error(`${all.length} elements match ${wanted}; the page says: ${shownText()}`);
  }
  return element;
}

export function shownText(): string {
  return clean(
    shownRoots()
      .map((root) => textOf(root))
      .join(' '),
  );
}

/** Text with a space between elements, so that words of different lines do not run together. */
function textOf(node: Node): string {
  if (node.nodeType === 3) {
    return node.textContent ?? '';
  }
  if (node instanceof Element && !isVisible(node)) {
    return '';
  }
  return [...node.childNodes].map((child) => textOf(child)).join(' ');
}

export function describe(element: HTMLElement): Found {
  const { x, y, width, height } = element.getBoundingClientRect();
  const field = element.matches('input,textarea')
    ? (element as HTMLInputElement)
    : element.querySelector<HTMLInputElement>('input,textarea');
  return {
    text: clean(textOf(element)),
    role: roleOf(element),
    name: nameOf(element),
    disabled: element.hasAttribute('disabled') || element.getAttribute('aria-disabled') === 'true',
    value: field?.value ?? '',
    rect: { x, y, width, height },
  };
}
