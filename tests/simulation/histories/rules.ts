import { registry } from '../../../config/run/registry';
import type { FunctionName } from '../../../src/contracts/contract';
import { orderRules } from './model/orders';
import { joinRule, peopleRules } from './model/people';
import { recordRules } from './model/records';
import type { AnyRule } from './model/rule';
import { foundTownRule, listRules, townRules } from './model/town';
import { exchangeMoves } from './moves/exchange';
import type { Move, Moves } from './moves/move';
import { joinMove, peopleMoves, type Tokens } from './moves/people';
import { pointsMoves } from './moves/points';
import { listsMoves, townMoves } from './moves/town';

/** What the simulation knows of one action that writes. */
export type Known = {
  functionName: FunctionName;
  action: string;
  kind: string;
  /** Refusals that leave not even a line in the log. */
  leavesNothing: readonly string[];
};

/** Every action that writes, as the registry has it. */
export const mutating: readonly Known[] = Object.values(registry).flatMap((actions) =>
  actions
    .filter(({ contract }) => contract.kind !== 'query')
    .map(({ contract: { functionName, action, kind }, leavesNothing = [] }) => ({
      ...{ functionName, action, kind, leavesNothing },
    })),
);

export const jobNames = mutating.filter(({ kind }) => kind === 'job').map(({ action }) => action);

export type Rules = Readonly<Record<string, Readonly<Record<string, AnyRule>>>>;

/** How each action answers, by function and name; what jobs do is in the model's job rules. */
export function rulesWith(tokens: Tokens, isSecret: (text: string) => boolean): Rules {
  return {
    people: { ...peopleRules, join: joinRule(tokens) },
    points: recordRules,
    exchange: orderRules,
    lists: listRules,
    town: { ...townRules, 'found-town': foundTownRule(isSecret) },
  };
}

/** What people do with each action. */
export function movesWith(tokens: Tokens): Readonly<Record<string, Moves>> {
  return {
    people: { ...peopleMoves, join: joinMove(tokens) },
    points: pointsMoves,
    exchange: exchangeMoves,
    lists: listsMoves,
    town: townMoves,
  };
}

/** How often each is done, beside the others; what is not named is done once in a while. */
const weights: Readonly<Record<string, number>> = {
  'declare-deed': 12,
  'record-deed': 6,
  'check-record': 20,
  'cosign-record': 4,
  'review-record': 26,
  'open-notice': 9,
  'object-to-record': 5,
  'answer-objection': 5,
  'place-order': 16,
  'open-pickup': 14,
  'hand-over': 20,
  'cancel-order': 4,
  'cancel-for-shop': 6,
  'move-stock': 4,
  'add-funds': 5,
  join: 5,
  'answer-join': 3,
  'grant-role': 2,
  'withdraw-record': 2,
  'redraw-panel': 2,
  'open-village': 0.4,
  'import-register': 0.3,
  'erase-member': 0.5,
  'publish-matter': 0.5,
};

export type Choice = Known & { move: Move; weight: number };

/** @throws Error where an action has no move: it was added and not told to the simulation */
export function choicesOf(tokens: Tokens): readonly Choice[] {
  const moves = movesWith(tokens);
  return mutating
    .filter(({ kind }) => kind !== 'job')
    .map((known) => {
      const move = moves[known.functionName]?.[known.action];
      if (!move) throw new Error(`${known.functionName}.${known.action} has no move`);
      return { ...known, move, weight: weights[known.action] ?? 1 };
    });
}
