import { tidyName } from '../../contracts/name-text';

/**
 * The one form of a name for comparing, searching and erasing, however a name is written: with any
 * dot and space, in full width, with look-alikes, in capitals. What is stored and shown is
 * `tidyName`: the same, with its capitals.
 */
export function foldName(name: string): string {
  return tidyName(tidyName(name).toLowerCase());
}

/** Without dot and space too: 乌云·其木格 is also typed as 乌云其木格. */
export function bareName(name: string): string {
  return foldName(name).replace(/[· ]/g, '');
}

/** Whether two ways of writing are one name; what is empty is nobody's. */
export function isSameName(left: string, right: string): boolean {
  return bareName(left) === bareName(right) && bareName(left) !== '';
}
