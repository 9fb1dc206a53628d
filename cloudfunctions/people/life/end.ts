import { dayOf } from '../../../src/domain/kernel/time';
import { endAccount } from '../../../src/domain/ledger/end-account';
import { endedHousehold } from '../../../src/domain/people/life/end';
import { livingIn } from '../../../src/domain/people/life/members';
import { endOrdersOf } from '../../exchange/end-orders';
import { loadPerson } from '../../runtime/persons';
import type { LifeKindOf } from './kind';
import { dieAway, moveAway } from './leave';
import { loadAccount, writeLedger } from './two-households';

/**
 * The last of a household is gone: open orders are ended first, then its points are left to lapse.
 * What only stands because somebody could show its card or PIN goes with it.
 */
export const end: LifeKindOf<'end'> = async (change, carrying) => {
  const { at, tx, nowMs } = carrying;
  const { householdId } = at.household;
  const [living] = livingIn(at);
  const person = living ? await loadPerson(tx, living.personId) : null;
  const roles = change.gone === 'died' ? (person?.roles ?? []) : [];
  const { household, last } = endedHousehold(at, change, roles, dayOf(nowMs));
  const account = await loadAccount(householdId, tx);
  const orders = await endOrdersOf(account, carrying);
  const ended = endAccount(orders.account, nowMs);
  return {
    async write() {
      orders.write();
      writeLedger(ended, tx);
      if (last && change.gone === 'died') await dieAway(last, { person, household }, carrying);
      if (last && change.gone === 'moved') await moveAway(last, carrying);
      tx.remove('pins', householdId);
      tx.set('households', householdId, household);
    },
  };
};
