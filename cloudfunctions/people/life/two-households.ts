import { assert } from '../../../src/domain/kernel/refusal';
import { dayOf, yearOf } from '../../../src/domain/kernel/time';
import type { Account, LedgerChange } from '../../../src/domain/ledger/ledger';
import type { Link } from '../../../src/domain/people/links/types';
import type { Household, Member } from '../../../src/domain/people/types';
import { allowanceId, withInherited } from '../../../src/domain/scheme/allowance';
import type { Allowance } from '../../../src/domain/scheme/types';
import { loadPerson, savePerson } from '../../runtime/persons';
import { getKnown } from '../../runtime/store/get-known';
import type { Reader, Transaction } from '../../runtime/store/store';

export async function loadAccount(householdId: string, tx: Pick<Reader, 'get'>): Promise<Account> {
  const account = await tx.get<Account>('accounts', householdId);
  assert(account, 'a household has its account from the first day');
  return account;
}

export function writeLedger({ account, entries }: LedgerChange, tx: Transaction): void {
  tx.set('accounts', account.householdId, account);
  for (const entry of entries) {
    tx.create('entries', `${entry.householdId}.${entry.sequence}`, entry);
  }
}

/** Deeds of a year can still be told early in the next. */
function periodsOf(nowMs: number): (number | 'once')[] {
  const year = yearOf(dayOf(nowMs));
  return [year - 1, year, 'once'];
}

/**
 * What the one used counts towards the caps of the other from now on. Its own are set to what they
 * are, so that a deed that is told in the same moment collides.
 * @returns all that is to be written, of both
 */
export async function inheritUses(
  { from, into }: { from: string; into: string },
  tx: Transaction,
  nowMs: number,
): Promise<Allowance[]> {
  const inherited: Allowance[] = [];
  for (const period of periodsOf(nowMs)) {
    const nothing = { period: String(period), uses: [] };
    const known = await tx.get<Allowance>('allowances', allowanceId(from, period));
    const used = known ?? { ...nothing, householdId: from };
    inherited.push(used);
    if (used.uses.length === 0) continue;
    const own = await tx.get<Allowance>('allowances', allowanceId(into, period));
    inherited.push(withInherited(own ?? { ...nothing, householdId: into }, used));
  }
  return inherited;
}

export function writeAllowances(allowances: readonly Allowance[], tx: Transaction): void {
  for (const allowance of allowances) {
    const { householdId, period } = allowance;
    const id = allowanceId(householdId, period === 'once' ? 'once' : Number(period));
    tx.set('allowances', id, allowance);
  }
}

/** Whoever had joined as one of them stays joined, and how they came in is read where they live. */
export async function moveMembers(members: readonly Member[], tx: Transaction): Promise<void> {
  for (const member of members) {
    tx.set('members', member.memberId, member);
    const person = await loadPerson(tx, member.personId);
    if (!person) continue;
    const { householdId } = member;
    savePerson(tx, { ...person, householdId });
    const link = await getKnown<Link>(tx, 'links', person.linkId);
    if (link) tx.set('links', link.linkId, { ...link, householdId });
  }
}

/** Near relatives of some households, without these themselves. */
export async function loadRelatives(
  households: readonly Household[],
  tx: Pick<Reader, 'get'>,
): Promise<Household[]> {
  const own = households.map(({ householdId }) => householdId);
  const ids = new Set(households.flatMap(({ relativeIds }) => relativeIds));
  const relatives: Household[] = [];
  for (const id of ids) {
    const relative = own.includes(id) ? null : await tx.get<Household>('households', id);
    if (relative) relatives.push(relative);
  }
  return relatives;
}
