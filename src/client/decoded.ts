/**
 * Text of an address as it was meant. Links come encoded once; iOS hands a printed code over
 * encoded once more than Android. Nothing of ours has a percent sign.
 */
export function decoded(text: string): string {
  let plain = text;
  for (let times = 0; times < 2; times += 1) {
    try {
      plain = decodeURIComponent(plain);
    } catch {
      return plain;
    }
  }
  return plain;
}
