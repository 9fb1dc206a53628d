import { byHeads } from '../../../src/domain/ledger/division';
import { split as splitAccount } from '../../../src/domain/ledger/two-accounts';
import { numberKey } from '../../../src/domain/people/household-number';
import { mustBeFree, type Split, splitOff } from '../../../src/domain/people/life/split';
import type { Household, HouseholdNumber } from '../../../src/domain/people/types';
import { otherSide } from '../../../src/domain/town/register/kinship';
import { removeRequestsFor } from '../end-membership';
import type { Carrying, LifeKindOf } from './kind';
import { rewriteTasksOf } from './rewrite-tasks';
import * as both from './two-households';

/** Points, lot by lot, as signed or by heads, and what counts towards the caps of the new one. */
async function divide(
  { number, division }: Split,
  parted: ReturnType<typeof splitOff>,
  { at, tx, nowMs }: Carrying,
) {
  const { householdId: from, number: oldNumber } = at.household;
  const { householdId: into } = parted.made.household;
  const account = await both.loadAccount(from, tx);
  const shares = division.how === 'heads' ? byHeads(account, parted.heads, nowMs) : division.lots;
  const sides = {
    from: { householdId: from, number: oldNumber },
    into: { householdId: into, number },
  };
  const accounts = splitAccount(account, sides, shares, nowMs);
  const allowances = await both.inheritUses({ from, into }, tx, nowMs);
  return () => {
    both.writeLedger(accounts.from, tx);
    both.writeLedger(accounts.into, tx);
    both.writeAllowances(allowances, tx);
  };
}

/** Relatives of the old household are relatives of the new one. */
function withNewRelative(relatives: readonly Household[], householdId: string): Household[] {
  const kin = relatives.map((each) => each.householdId);
  return relatives.flatMap((each) => otherSide(each, householdId, { added: kin, gone: [] }) ?? []);
}

/** Some of a household begin one of their own; all of it stands at once, or nothing. */
export const split: LifeKindOf<'split'> = async (change, carrying) => {
  const { at, tx, newId } = carrying;
  const { villageId } = at.household;
  const { number } = change;
  const key = numberKey(villageId, number);
  mustBeFree(number, await tx.get<HouseholdNumber>('household-numbers', key));
  const ids = { householdId: newId(), cardId: newId() };
  const parted = splitOff(at, change, ids);
  const { old, made } = parted;
  const writeDivision = await divide(change, parted, carrying);
  const relatives = await both.loadRelatives([at.household], tx);
  return {
    async write() {
      const { householdId } = ids;
      for (const member of made.members) await removeRequestsFor(member, carrying);
      tx.create('household-numbers', key, { householdId, villageId, number });
      tx.create('households', householdId, made.household);
      tx.set('households', old.household.householdId, old.household);
      for (const head of old.members) tx.set('members', head.memberId, head);
      await both.moveMembers(made.members, tx);
      writeDivision();
      const changed = withNewRelative(relatives, householdId);
      for (const each of changed) tx.set('households', each.householdId, each);
      // New to one another as relatives, they are not asked about each other any more.
      const near = [old.household, ...changed].map((each) => each.householdId);
      await rewriteTasksOf(near, carrying);
    },
  };
};
