const digits = 12;

/**
 * `0123 4567 8901`: a seal's hash as it stands on paper and is read out. Whoever changes the books
 * would have to find other seals with the same codes, each chained to the one before.
 * @param hash hexadecimal, at least twelve digits
 */
export function sealCode(hash: string): string {
  const number = Number.parseInt(hash.slice(0, 12), 16) % 10 ** digits;
  const text = String(number).padStart(digits, '0');
  return [text.slice(0, 4), text.slice(4, 8), text.slice(8)].join(' ');
}

/** What it is for, in one sentence; the same on the board and on paper. */
export const sealCodeWords = '每天夜里给全村的账留个底,这串数字就是它的号。谁动了账,号就对不上。';
