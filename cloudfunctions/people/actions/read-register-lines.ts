import { people } from '../../../src/contracts';
import { mostLotsDivided } from '../../../src/contracts/limits';
import { refuse } from '../../../src/domain/kernel/refusal';
import { divisible } from '../../../src/domain/ledger/division';
import type { Account } from '../../../src/domain/ledger/types';
import { mustStand } from '../../../src/domain/people/ended-household';
import { numberKey } from '../../../src/domain/people/household-number';
import { isHeadOf, livingIn } from '../../../src/domain/people/life/members';
import { holdsAnOffice } from '../../../src/domain/people/roles';
import type { HouseholdNumber } from '../../../src/domain/people/types';
import { defineQuery } from '../../runtime/define-action';
import { getKnown } from '../../runtime/store/get-known';
import { readStored } from '../../town/write-household';

export const readRegisterLines = defineQuery({
  contract: people.readRegisterLines,
  allow: [
    { who: 'cadre', at: 'own-village' },
    { who: 'supervisor', at: 'own-village' },
    { who: 'town-admin' },
  ],
  place: ({ input }) => ({ villageId: input.villageId }),
  run: async ({ input: { villageId, householdNumber }, read, nowMs }) => {
    const id = numberKey(villageId, householdNumber);
    const taken = await getKnown<HouseholdNumber>(read, 'household-numbers', id);
    const at = taken && (await readStored(taken.householdId, read));
    if (!at) refuse('household-not-found', '户册里没有这一户。请核对户号。');
    const { household } = at;
    mustStand(household);
    const account = await read.get<Account>('accounts', household.householdId);
    const lines = livingIn(at).map((member) => {
      const { memberId, name, relation, personId } = member;
      const isHead = isHeadOf(household, member);
      const isJoined = personId !== null;
      return { memberId, name, relation, isHead, isJoined, holdsOffice: holdsAnOffice(member) };
    });
    const { householdId, headName, minors = 0 } = household;
    const lots = account ? divisible(account, nowMs).slice(0, mostLotsDivided) : [];
    return { householdId, householdNumber, headName, minors, lines, lots };
  },
});
