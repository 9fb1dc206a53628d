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

/** More than any household loses. */
const mostOldCards = 30;

/** Whoever shows a card that was replaced hears so: it is no mistake of the reader's. */
export function refuseReplacedCard(): never {
  refuse(
    'card-replaced',
    '这张卡已经换过了,不能再用。请拿新的户码卡来。丢了的话,请村干部再换一张。',
  );
}

/** @throws Refusal `too-many-cards` */
export function withNewCard<Of extends Household>(household: Of, cardId: string, atMs: number): Of {
  const oldCardIds = [...(household.oldCardIds ?? []), household.cardId];
  if (oldCardIds.length > mostOldCards) {
    refuse('too-many-cards', '这一户的卡换了太多次。请先找镇里看看是怎么回事。');
  }
  return { ...household, cardId, oldCardIds, cardSinceMs: atMs };
}
