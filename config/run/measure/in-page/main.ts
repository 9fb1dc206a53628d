import type { Rules } from '../rules';
import { contrastOf } from './colours';
import { cutWords, overlappingWords, standOut } from './room';
import { isShown, nameOf, rounding, shownPage, sizeInWords, upwards } from './shown';
import { isOff, shortened, targets, type Words, wordsOf } from './texts';

/**
 * What counts as a target, and what does not need its full size:
 * – everything with a role that is tapped, and every field, counts: buttons, lines, tiles, tabs;
 * – a field inside its own frame is measured by the frame, which is what the finger meets;
 * – the cross over a photo may be smaller than a main target (44 px), because a photo taken away by
 *   mistake is taken again, and a larger one would cover the photo it belongs to.
 */
const lesser = '.photo-strip-remove';
const lesserTarget = 44;

function tooSmallTargets(page: HTMLElement, { target }: Rules): string[] {
  return [...page.querySelectorAll<HTMLElement>(targets)].flatMap((each) => {
    const isInner = upwards(each)
      .slice(1)
      .some((above) => above.matches('.field-input, .note-field'));
    if (isInner || !isShown(each)) return [];
    const needed = each.closest(lesser) ? Math.min(target, lesserTarget) : target;
    const size = each.getBoundingClientRect();
    const fits = size.width >= needed - rounding && size.height >= needed - rounding;
    const wanted = `${needed}×${needed}`;
    return fits ? [] : [`too small to tap: "${nameOf(each)}" ${sizeInWords(size)}, not ${wanted}`];
  });
}

function fontOf({ style }: Words): number {
  return Number.parseFloat(style.fontSize);
}

function smallWords(words: readonly Words[], { smallest }: Rules): string[] {
  return words
    .filter((each) => fontOf(each) < smallest - rounding / 2)
    .map((each) => `small words: "${shortened(each.text)}" ${fontOf(each)} px, not ${smallest}`);
}

function closeLines(words: readonly Words[], { lineSpacing }: Rules): string[] {
  return words.flatMap((each) => {
    const height = Number.parseFloat(each.style.lineHeight);
    // A field has one line, which the browser sets.
    if (Number.isNaN(height) && each.lines.length === 0) return [];
    const ratio = Number.isNaN(height) ? 0 : height / fontOf(each);
    if (ratio >= lineSpacing - 0.01) return [];
    return [`lines too close: "${shortened(each.text)}" ${ratio.toFixed(2)}, not ${lineSpacing}`];
  });
}

function faintWords(words: readonly Words[], { contrast }: Rules): string[] {
  return words.flatMap(({ text, element, style }) => {
    if (isOff(element)) return [];
    const reached = contrastOf(element, style.color);
    if (reached >= contrast) return [];
    return [`faint words: "${shortened(text)}" ${reached.toFixed(2)} : 1, not ${contrast}`];
  });
}

function smallBody(page: HTMLElement, { body }: Rules): string[] {
  const size = Number.parseFloat(getComputedStyle(page).fontSize);
  return size < body - rounding / 2 ? [`running text is ${size} px, not ${body}`] : [];
}

/** One line for each thing that is wrong with the page in front, with the words it is found by. */
export function measure(rules: Rules, screenWidth: number): string[] {
  const page = shownPage();
  const words = wordsOf(page);
  const flaws = [
    ...standOut(page, screenWidth),
    ...cutWords(words, page),
    ...overlappingWords(words),
    ...tooSmallTargets(page, rules),
    ...faintWords(words, rules),
    ...smallBody(page, rules),
    ...smallWords(words, rules),
    ...closeLines(words, rules),
  ];
  return [...new Set(flaws)];
}
