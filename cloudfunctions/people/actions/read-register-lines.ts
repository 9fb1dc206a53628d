import { people } from '../../../src/contracts';
import { refuse } from '../../../src/domain/kernel/refusal';
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
  run: async ({ input: { villageId, householdNumber }, read }) => {
    const id = numberKey(villageId, householdNumber);
    const taken = await getKnown<HouseholdNumber>(read, 'household-numbers', id);
    const at = taken && (await readStored(taken.householdId, read));
    if (!at) refuse('household-not-found', '户册里没有这一户。请核对户号。');
    const { household } = at;
    const lines = livingIn(at).map((member) => {
      const { memberId, name, relation } = member;
      const isHead = isHeadOf(household, member);
      return { memberId, name, relation, isHead, holdsOffice: holdsAnOffice(member) };
    });
    const { householdId, headName, minors = 0 } = household;
    return { householdId, householdNumber, headName, minors, lines };
  },
});
