import { people } from '../../../src/contracts';
import { commonRefusals } from '../../../src/contracts/refusals';
import { refuse } from '../../../src/domain/kernel/refusal';
import { dayOf } from '../../../src/domain/kernel/time';
import type { Account } from '../../../src/domain/ledger/ledger';
import { mustStand } from '../../../src/domain/people/ended-household';
import { freeze } from '../../../src/domain/people/freeze';
import type { Household, Member } from '../../../src/domain/people/types';
import { defineCommand } from '../../runtime/define-action';
import { getKnown } from '../../runtime/store/get-known';
import { saveFreeze } from '../save-freeze';

/** On the account, which every order writes: none passes a freeze that came before it. */
export const freezeSpending = defineCommand({
  contract: people.freezeSpending,
  allow: [{ who: 'resident' }],
  run: async (context) => {
    const { caller, personId, tx, nowMs } = context;
    const { householdId, memberId } = caller.person ?? {};
    const [household, member, account] = await Promise.all([
      getKnown<Household>(tx, 'households', householdId),
      getKnown<Member>(tx, 'members', memberId),
      getKnown<Account>(tx, 'accounts', householdId),
    ]);
    const isTheirs = member !== null || caller.proxy !== undefined;
    if (!household || !isTheirs || !account) refuse('join-first', commonRefusals['join-first']);
    // A visit may outlast it.
    mustStand(household);
    saveFreeze(context, freeze(account, member, { personId, atMs: nowMs }), household);
    return { sinceDay: dayOf(nowMs) };
  },
});
