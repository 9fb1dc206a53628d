import type { Card, Publishes } from './card';
import { cardPage, type EveryAction, isCommanded } from './cards';
import { fieldsOf, pathsOf } from './value-paths';

const outside = (left: readonly string[], right: readonly string[]) =>
  left.filter((each) => !right.includes(each));

/** A field that is answered and nobody allowed, or that is allowed and nowhere answered. */
function publishedProblems({ contract }: Pick<EveryAction, 'contract'>, publishes: Publishes) {
  const answered = fieldsOf(contract);
  const isForOneself = publishes.apart === 'about-the-caller';
  const allowed = pathsOf(
    isForOneself ? publishes.caller : [...publishes.outsiders, ...publishes.insiders],
  );
  // What those of one place see beyond that is for those whom the card lets do it.
  const free = publishes.apart === 'by-place' ? [] : outside(answered, allowed);
  return [
    ...free.map((path) => `answers with ${path}, which its card lets nobody see`),
    ...outside(allowed, answered).map((path) => `lets ${path} be seen, which is no field of it`),
  ];
}

function emptyParts(each: EveryAction, card: Card): string[] {
  const { publishes, move, costs } = card;
  const commanded = isCommanded(each);
  const isMissing: Record<string, boolean> = {
    'the call that succeeds (call)': typeof card.call !== 'function',
    'who does it, in words (who)': !card.who,
    'who may and who may not (may)': Object.keys(card.may ?? {}).length === 0,
    'what it publishes (publishes)': !publishes,
    'which of its texts everybody will read (publishes.texts)': commanded && !publishes?.texts,
    'what strangers ask of it (publishes.asked)': each.isOpen && !publishes?.asked,
    'its move in histories, or why there is none (move)': commanded && !saysItsMove(move),
    'what it may cost (costs)': !costs,
  };
  return Object.keys(isMissing).filter((part) => isMissing[part]);
}

function saysItsMove(move: Card['move']): boolean {
  if (!move) return false;
  return 'none' in move ? move.none.length > 10 : typeof move.wish === 'function';
}

/** What a card leaves open, one sentence each. */
export function problemsOfCard(each: EveryAction, card: Card): string[] {
  const empty = emptyParts(each, card).map((part) => `does not say ${part}`);
  const open = card.publishes ? publishedProblems(each, card.publishes) : [];
  return [...empty, ...open].map((what) => `the card of ${each.name} ${what} (${cardPage})`);
}
