import { upwards } from './shown';

/** Red, green, blue from 0 to 255, and how much of it covers what lies behind, from 0 to 1. */
type Colour = [number, number, number, number];

const white: Colour = [255, 255, 255, 1];

function read(css: string): Colour {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (css.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue, alpha];
}

function over([red, green, blue, alpha]: Colour, behind: Colour): Colour {
  const mixed = [red, green, blue].map(
    (part, at) => part * alpha + (behind[at] ?? 0) * (1 - alpha),
  );
  return [mixed[0] ?? 0, mixed[1] ?? 0, mixed[2] ?? 0, 1];
}

/** What lies behind words in an element: its own ground and all grounds under it. */
function groundOf(element: Element): Colour {
  const grounds = upwards(element).map((each) => read(getComputedStyle(each).backgroundColor));
  return grounds.reverse().reduce((behind, ground) => over(ground, behind), white);
}

/** Relative luminance (WCAG 2.1). */
function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.slice(0, 3).map((part) => {
    const share = part / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of words in this colour against what lies behind their element, from 1 to 21. */
export function contrastOf(element: Element, colour: string): number {
  const ground = groundOf(element);
  const opacity = upwards(element).reduce(
    (share, each) => share * Number(getComputedStyle(each).opacity),
    1,
  );
  const [red, green, blue, alpha] = read(colour);
  const words = over([red, green, blue, alpha * opacity], ground);
  const [light = 0, dark = 0] = [luminance(words), luminance(ground)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}
