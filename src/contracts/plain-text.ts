/** Takes up no room on the screen, or looks like nothing there. */
const unseen = '\\s\\p{DI}\\p{Cc}\\p{Cs}\\u2800\\uFFF9-\\uFFFB';
const seen = new RegExp(`[^${unseen}]`, 'u');
/** Half of a character above U+FFFF: what a field cut off. */
const halves = /\p{Cs}/gu;
/** Blanks at both ends, by whatever character; what belongs to a letter before it stays. */
const blank = '[\\s\\u200B\\u2060\\uFEFF\\u115F\\u1160\\u3164\\uFFA0\\u2800]+';
const ends = new RegExp(`^${blank}|${blank}$`, 'gu');
/** They turn the order of what is read around: a text says something else than it shows. */
const direction = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;

/** Whether somebody sees anything of it. */
export function isSeen(text: string): boolean {
  return seen.test(text);
}

/** Whether it holds a character that turns the direction of reading. */
export function turnsDirection(text: string): boolean {
  return direction.test(text);
}

/** Text as it is kept: without blanks at its ends; empty where nothing of it is seen. */
export function tidyText(text: string): string {
  return isSeen(text) ? text.replace(halves, '').replace(ends, '') : '';
}
