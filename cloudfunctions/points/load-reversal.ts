import { assert } from '../../src/domain/kernel/refusal';
import type { Account } from '../../src/domain/ledger/types';
import type { Allow, CommandContext } from '../runtime/define-action';
import type { Transaction } from '../runtime/store/store';
import { type DecisionFacts, loadDecision } from './decision-facts';
import { knownHousehold, moverFor } from './load';

/** Who of them proposes that a posted record is taken back, and who answers it. */
export const mayTakeBack: readonly Allow[] = [
  { who: 'cadre', at: 'own-village' },
  { who: 'supervisor', at: 'own-village' },
  { who: 'town-admin' },
];

async function loadAccount(tx: Transaction, householdId: string): Promise<Account> {
  const account = await tx.get<Account>('accounts', householdId);
  assert(account, 'a household has an account');
  return account;
}

/**
 * What was posted and is found wrong, and the account its points are in by now: that of the
 * household it was merged into. Whoever is of either, or near it, has nothing to decide.
 * @throws Refusal `record-not-found`
 */
export async function loadReversal(
  context: CommandContext<{ recordId: string }>,
): Promise<DecisionFacts & { account: Account }> {
  const { tx, caller } = context;
  const { record, household, by } = await loadDecision(context);
  let account = await loadAccount(tx, record.householdId);
  let { ofTheHousehold, nearRelative } = by.mover;
  while (account.ended?.into) {
    account = await loadAccount(tx, account.ended.into);
    const next = await moverFor(tx, caller, await knownHousehold(tx, account.householdId));
    ofTheHousehold ||= next.ofTheHousehold;
    nearRelative ||= next.nearRelative;
  }
  const mover = { ...by.mover, ofTheHousehold, nearRelative };
  return { record, household, account, by: { ...by, mover } };
}
