import { refuse } from '../../src/domain/kernel/refusal';
import { openAccount } from '../../src/domain/ledger/ledger';
import { numberKey } from '../../src/domain/people/household-number';
import { newHousehold } from '../../src/domain/people/new-line';
import type { Household, Member } from '../../src/domain/people/types';
import type { Reader, Transaction } from '../runtime/store/store';

type Reach = { tx: Transaction; read: Reader };

/** Every number of a village; a contract knows no higher one. */
const highestNumber = 9999;

/**
 * The number after the highest that a household of the village has, and is nobody's yet.
 * @throws Refusal `no-free-number`
 */
export async function freeNumber(villageId: string, { tx, read }: Reach): Promise<number> {
  const [last] = await read.query<Household>('households', {
    where: { villageId },
    order: { field: 'number', direction: 'desc' },
    limit: 1,
  });
  let number = (last?.number ?? 0) + 1;
  while (await tx.get('household-numbers', numberKey(villageId, number))) number += 1;
  if (number > highestNumber) {
    refuse('no-free-number', '户号已经用到最大了。请镇里把最大的户号改小,再办这一步。');
  }
  return number;
}

/** The account of a household that is new, with the entries it begins with. */
export function openItsAccount(
  { householdId, villageId }: Pick<Household, 'householdId' | 'villageId'>,
  tx: Transaction,
  nowMs: number,
): void {
  const { account, entries } = openAccount(householdId, villageId, nowMs);
  tx.create('accounts', account.householdId, account);
  for (const entry of entries) {
    tx.create('entries', `${entry.householdId}.${entry.sequence}`, entry);
  }
}

/** A household that begins with one line: its number, what it is, its head, its account. */
export function openHousehold(
  head: Member,
  ids: Pick<Household, 'number' | 'cardId'>,
  tx: Transaction,
  nowMs: number,
): Household {
  const { householdId, villageId, memberId } = head;
  const { number } = ids;
  const household = newHousehold(head, ids);
  tx.create('household-numbers', numberKey(villageId, number), { householdId, villageId, number });
  tx.set('households', householdId, household);
  tx.set('members', memberId, head);
  openItsAccount(household, tx, nowMs);
  return household;
}
