import { refuse } from '../kernel/refusal';
import type { Household } from './types';

const prefix = 'JF.H.';
const cardShape = /^JF\.H\.([0-9A-HJKMNP-TV-Z]{26})\.([1-9][0-9]{0,3})$/;

/** What a card says: an id that is looked up, and the number printed beside it. */
export type CardText = { cardId: string; householdNumber: number };

/**
 * An identifier, not value: anybody may copy it, it opens nothing by itself. It bears no signature,
 * so it outlives every key; the number is for a phone without network to show.
 */
export function writeCardText({ cardId, number }: Pick<Household, 'cardId' | 'number'>): string {
  return `${prefix}${cardId}.${number}`;
}

export function looksLikeACard(text: string): boolean {
  return text.startsWith(prefix);
}

/** @throws Refusal `card-not-ours` for any text that is not shaped like a card's */
export function readCardText(text: string): CardText {
  const [, cardId, number] = cardShape.exec(text) ?? [];
  if (!cardId || !number) refuseCard();
  return { cardId, householdNumber: Number(number) };
}

/** Also for a card of another village: whose it is, is not said. */
export function refuseCard(): never {
  refuse('card-not-ours', '这张码不是本村的户码。请让对方打开“我的”里的户码再扫,或者输户号找。');
}
