import { registry } from '../../config/run/registry';
import type { ActionKind, FunctionName } from '../../src/contracts/contract';
import type { Card } from './card';

/** Where it is said how a card is written. */
export const cardPage = 'docs/CONTRIBUTING.md#proof-cards';

export type ActionName = { functionName: FunctionName; action: string; kind: ActionKind };

/** Every action of the registry, in its order. */
export const everyAction = (Object.keys(registry) as FunctionName[]).flatMap((functionName) =>
  registry[functionName].map(({ contract, allow, ...said }) => ({
    name: `${functionName}.${contract.action}`,
    functionName,
    action: contract.action,
    kind: contract.kind,
    contract,
    refusals: contract.refusals,
    byProxy: contract.byProxy === true,
    isOpen: allow.some(({ who }) => who === 'anyone' || who === 'wechat-user'),
    keeps: said.countsTries ? (['attempts'] as const) : (said.keepsOnRefusal ?? []),
    leavesNothing: said.leavesNothing ?? [],
  })),
);
export type EveryAction = (typeof everyAction)[number];

/** Those that write. */
export const mutatingActions = everyAction.filter(({ kind }) => kind !== 'query');

export const isCommanded = ({ kind }: Pick<ActionName, 'kind'>) =>
  kind === 'command' || kind === 'run';

/**
 * The card of an action, found by the action's name: there is no list to keep.
 * @throws Error with the card's file and the page that explains it, where there is none
 */
export function cardOf({ functionName, action }: Omit<ActionName, 'kind'>): Card {
  const file = `tests/proof/actions/${functionName}/${action}.ts`;
  try {
    return (require(`./actions/${functionName}/${action}.ts`) as { card: Card }).card;
  } catch (error) {
    const isMissing = String(error).includes(`actions/${functionName}/${action}`);
    if (!isMissing) throw error;
    throw new Error(`${functionName}.${action} has no card: write ${file} (${cardPage})`);
  }
}
