import { people } from '../../../src/contracts';
import { commonRefusals } from '../../../src/contracts/refusals';
import { refuse } from '../../../src/domain/kernel/refusal';
import { writeCardText } from '../../../src/domain/people/household-card';
import type { Household, Village } from '../../../src/domain/people/types';
import { defineQuery } from '../../runtime/define-action';
import { getKnown } from '../../runtime/store/get-known';
import { showHousehold } from '../show-household';

export const readHouseholdCard = defineQuery({
  contract: people.readHouseholdCard,
  allow: [{ who: 'resident' }],
  run: async ({ caller: { person }, read }) => {
    const [household, village] = await Promise.all([
      getKnown<Household>(read, 'households', person?.householdId),
      getKnown<Village>(read, 'villages', person?.villageId),
    ]);
    if (!household || !village) refuse('join-first', commonRefusals['join-first']);
    const cardText = writeCardText(household);
    return { cardText, household: showHousehold(household), villageName: village.name };
  },
});
