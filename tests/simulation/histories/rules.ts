import type { FunctionName } from '../../../src/contracts/contract';
import type { CardMove } from '../../proof/card';
import { cardOf, mutatingActions } from '../../proof/cards';
import { askRule, entryRules } from './model/entries';
import { freezeRules } from './model/freezes';
import { acceptRule, invitationRules } from './model/invitations';
import { lifeRules } from './model/life';
import { linkRules } from './model/links';
import { officeRules } from './model/offices';
import { orderRules } from './model/orders';
import { joinRule, peopleRules } from './model/people';
import { proxyRules } from './model/proxies';
import { recordRules } from './model/records';
import { reversalRules } from './model/reversals';
import type { AnyRule } from './model/rule';
import { foundTownRule, listRules, townRules } from './model/town';
import type { Tokens } from './moves/move';
import { sometimesByProxy } from './moves/proxies';

/** What the simulation knows of one action that writes. */
export type Known = {
  functionName: FunctionName;
  action: string;
  kind: string;
  refusals: readonly string[];
  /** May be done for a household by somebody else. */
  byProxy: boolean;
  /** Refusals that leave not even a line in the log. */
  leavesNothing: readonly string[];
};

/** Every action that writes, as the registry has it. */
export const mutating: readonly Known[] = mutatingActions;

/**
 * Those of the function `jobs`: without templates, as in histories, the post sends nothing, and has
 * histories of its own in `tests/actions/wechat`.
 */
export const isJobOfHistories = ({ kind, functionName }: Known) =>
  kind === 'job' && functionName === 'jobs';

export const jobNames = mutating.filter(isJobOfHistories).map(({ action }) => action);

export type Rules = Readonly<Record<string, Readonly<Record<string, AnyRule>>>>;

/** How each action answers, by function and name; what jobs do is in the model's job rules. */
export function rulesWith(tokens: Tokens, isSecret: (text: string) => boolean): Rules {
  return {
    people: {
      ...{ ...peopleRules, ...freezeRules, ...lifeRules, ...officeRules, ...proxyRules },
      ...{ ...linkRules, ...entryRules, ...invitationRules, join: joinRule(tokens) },
      ...{ 'ask-to-be-entered': askRule(tokens), 'accept-invitation': acceptRule(tokens) },
    },
    points: { ...recordRules, ...reversalRules },
    exchange: orderRules,
    lists: listRules,
    town: { ...townRules, 'found-town': foundTownRule(isSecret) },
  };
}

export type Choice = Known & CardMove;

/** Every action that people do in histories, as its card says. */
export const choices: readonly Choice[] = mutating.flatMap((known) => {
  const { move } = cardOf(known);
  if (!move || !('wish' in move)) return [];
  const wish = known.byProxy ? sometimesByProxy(move.wish) : move.wish;
  return [{ ...known, ...move, wish }];
});
