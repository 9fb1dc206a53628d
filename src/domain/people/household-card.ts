import { refuse } from '../kernel/refusal';

const prefix = 'JF.H.';
export const cardSignatureDigits = 16;

/** An identifier, not value: anybody may copy it, it opens nothing by itself. */
export function writeCardText(householdId: string, sign: (text: string) => string): string {
  return `${prefix}${householdId}.${sign(householdId)}`;
}

export function looksLikeACard(text: string): boolean {
  return text.startsWith(prefix);
}

/**
 * The household a card names.
 * @throws Refusal `card-not-ours` when it was not made here
 */
export function readCardText(
  text: string,
  matches: (text: string, signature: string) => boolean,
): string {
  const [, householdId, signature] = /^JF\.H\.([a-z0-9-]{1,46})\.([0-9a-f]{16})$/.exec(text) ?? [];
  if (!householdId || !signature || !matches(householdId, signature)) refuseCard();
  return householdId;
}

/** Also for a card of another village: whose it is, is not said. */
export function refuseCard(): never {
  refuse('card-not-ours', '这张码不是本村的户码。请让对方打开“我的”里的户码再扫,或者输户号找。');
}
