import { dayOf } from '../../../src/domain/kernel/time';
import { merge as mergeAccounts } from '../../../src/domain/ledger/two-accounts';
import { mergedInto } from '../../../src/domain/people/life/merge';
import type { Household } from '../../../src/domain/people/types';
import { otherSide } from '../../../src/domain/town/register/kinship';
import { removeRequestsFor } from '../end-membership';
import type { LifeKindOf } from './kind';
import { loadStored } from './load';
import { rewriteTasksOf } from './rewrite-tasks';
import * as both from './two-households';

/** Relatives of the one are relatives of the other as well. */
function withNewRelative(relatives: readonly Household[], into: Household): Household[] {
  const kin = relatives.map((each) => each.householdId);
  const change = { added: kin, gone: [] };
  return relatives.flatMap((each) => otherSide(each, into.householdId, change) ?? []);
}

/** Two households become one; all of it stands at once, or nothing. */
export const merge: LifeKindOf<'merge'> = async (change, carrying) => {
  const { at, tx, nowMs } = carrying;
  const into = await loadStored(change.toHouseholdId, tx);
  const relatives = await both.loadRelatives([at.household, into.household], tx);
  const merged = mergedInto({ from: at, to: into }, relatives, dayOf(nowMs));
  const ids = { from: at.household.householdId, into: into.household.householdId };
  const accounts = {
    from: await both.loadAccount(ids.from, tx),
    into: await both.loadAccount(ids.into, tx),
  };
  const sides = {
    from: { householdId: ids.from, number: at.household.number },
    into: { householdId: ids.into, number: into.household.number },
  };
  const ledgers = mergeAccounts(accounts, sides, nowMs);
  const allowances = await both.inheritUses(ids, tx, nowMs);
  const ofBefore = relatives.filter(({ householdId }) =>
    at.household.relativeIds.includes(householdId),
  );
  return {
    async write() {
      for (const member of merged.moved) await removeRequestsFor(member, carrying);
      tx.set('households', ids.from, merged.from);
      tx.set('households', ids.into, merged.to);
      await both.moveMembers(merged.moved, tx);
      both.writeLedger(ledgers.from, tx);
      both.writeLedger(ledgers.into, tx);
      both.writeAllowances(allowances, tx);
      const changed = withNewRelative(ofBefore, merged.to);
      for (const each of changed) tx.set('households', each.householdId, each);
      // New to one another as relatives, they are not asked about each other any more.
      const near = [ids.from, ids.into, ...changed.map((each) => each.householdId)];
      await rewriteTasksOf(near, carrying);
    },
  };
};
