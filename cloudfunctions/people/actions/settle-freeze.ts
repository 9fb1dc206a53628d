import { people } from '../../../src/contracts';
import { assert } from '../../../src/domain/kernel/refusal';
import type { Account } from '../../../src/domain/ledger/ledger';
import { settle } from '../../../src/domain/people/freeze';
import { deciderOf } from '../../../src/domain/people/two-people';
import { loadHousehold, moverFor, placeOfHousehold } from '../../points/load';
import { rolesOf } from '../../runtime/caller';
import { defineCommand } from '../../runtime/define-action';
import { saveFreeze } from '../save-freeze';

export const settleFreeze = defineCommand({
  contract: people.settleFreeze,
  allow: [
    { who: 'cadre', at: 'own-village' },
    { who: 'supervisor', at: 'own-village' },
    { who: 'town-admin' },
  ],
  place: placeOfHousehold,
  run: async (context) => {
    const { input, caller, tx, nowMs } = context;
    const { householdId } = input;
    const household = await loadHousehold(tx, householdId);
    const account = await tx.get<Account>('accounts', householdId);
    assert(account, 'a household has its account from the first day');
    const as = deciderOf(rolesOf(caller), household.villageId);
    const mover = await moverFor(tx, caller, household);
    const settled = settle(account, { ...mover, as }, nowMs);
    saveFreeze(context, settled.account, household);
    return { householdId, state: settled.state };
  },
});
