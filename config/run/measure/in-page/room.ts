import { isShown, nameOf, rounding, upwards } from './shown';
import { shortened, type Words } from './texts';

/** Whatever is wider than its window on purpose: it is moved by the finger. */
const moved = '.chart-zoom-room, .sheet-body, .taro_page_shade';
/** Drawn by WeChat itself; a browser's stands in for it. */
const notOurs = '.page-bar';

const isClear = (colour: string) => /^rgba\(.*, 0\)$/.test(colour);
const clips = (value: string) => value === 'hidden' || value === 'clip';
const rightOf = (rects: readonly DOMRect[]) => Math.max(...rects.map(({ right }) => right));
const bottomOf = (rects: readonly DOMRect[]) => Math.max(...rects.map(({ bottom }) => bottom));

/** Things that stand out at the sides of the screen. */
export function standOut(page: HTMLElement, screenWidth: number): string[] {
  const all = [...page.querySelectorAll<HTMLElement>('*')].filter((each) => !each.closest(moved));
  const out = all.filter((each) => {
    const { left, right } = each.getBoundingClientRect();
    return isShown(each) && (right > screenWidth + rounding || left < -rounding);
  });
  // Of what lies in one another the innermost.
  const inner = out.filter((each) => !out.some((other) => other !== each && each.contains(other)));
  const told = inner.map((each) => `stands out of the screen: "${nameOf(each)}"`);
  const wide = page.scrollWidth > screenWidth + 1;
  return wide && told.length === 0 ? [`the page is ${page.scrollWidth} px wide`] : told;
}

/** The nearest box that is drawn: words outside of it look lost. */
function boxOf(element: HTMLElement, page: Element): Element | undefined {
  return upwards(element).find((each) => {
    const { borderTopWidth, backgroundColor, borderTopColor } = getComputedStyle(each);
    const framed = borderTopWidth !== '0px' && !isClear(borderTopColor);
    return each === page || framed || !isClear(backgroundColor);
  });
}

/** Whether a drawn box is wider than the one it stands in; what floats is there on purpose. */
function standsOver(box: Element, page: HTMLElement): boolean {
  if (!page.contains(box) || box === page || box.closest(moved)) return false;
  if (/absolute|fixed|sticky/.test(getComputedStyle(box).position)) return false;
  const around = box.parentElement && boxOf(box.parentElement as HTMLElement, page);
  if (!around) return false;
  return box.getBoundingClientRect().right > around.getBoundingClientRect().right + rounding;
}

/** Words of which a part cannot be read, or that run over the edge of what they stand in. */
export function cutWords(words: readonly Words[], page: HTMLElement): string[] {
  return words.flatMap(({ text, element, lines }) => {
    if (lines.length === 0 || element.closest(notOurs)) return [];
    const cutter = upwards(element).find((each) => {
      const { overflowX, overflowY } = getComputedStyle(each);
      const { right, bottom } = each.getBoundingClientRect();
      const x = clips(overflowX) && rightOf(lines) > right + rounding;
      const y = clips(overflowY) && bottomOf(lines) > bottom + 2;
      return page.contains(each) && (x || y);
    });
    if (cutter) return [`cut off: "${shortened(text)}"`];
    // Also what is not drawn has its neighbours: beyond its edge words stand on those.
    const narrow = upwards(element).find(
      (each) =>
        page.contains(each) && rightOf(lines) > each.getBoundingClientRect().right + rounding,
    );
    if (narrow && !narrow.closest(moved)) return [`runs out of its place: "${shortened(text)}"`];
    const box = boxOf(element, page);
    const edge = box?.getBoundingClientRect();
    const spilt =
      edge && (rightOf(lines) > edge.right + rounding || bottomOf(lines) > edge.bottom + 2);
    if (spilt) return [`runs over the edge of its box: "${shortened(text)}"`];
    return box && standsOver(box, page) ? [`its box stands over: "${shortened(text)}"`] : [];
  });
}

/** What floats over the page lies on other words on purpose. */
const floorOf = (element: Element) =>
  upwards(element).find((each) => /fixed|sticky/.test(getComputedStyle(each).position));

function overlap(one: DOMRect, other: DOMRect): boolean {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  // Boxes of lines that are set close touch, their letters do not.
  return across > 2 && down > Math.min(one.height, other.height) * 0.3;
}

/** Words that stand on other words of the same floor. */
export function overlappingWords(words: readonly Words[]): string[] {
  const placed = words.map((each) => ({ ...each, floor: floorOf(each.element) }));
  return placed.flatMap((one, at) =>
    placed.slice(at + 1).flatMap((other) => {
      if (one.floor !== other.floor) return [];
      const touch = one.lines.some((line) => other.lines.some((second) => overlap(line, second)));
      return touch
        ? [`lie on each other: "${shortened(one.text)}", "${shortened(other.text)}"`]
        : [];
    }),
  );
}
