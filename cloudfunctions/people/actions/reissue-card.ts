import { people } from '../../../src/contracts';
import { dayOf } from '../../../src/domain/kernel/time';
import { mustStand } from '../../../src/domain/people/ended-household';
import { withNewCard } from '../../../src/domain/people/household-card';
import { loadHousehold, placeOfHousehold } from '../../points/load';
import { defineCommand } from '../../runtime/define-action';
import { endVisits } from '../end-visits';

/** It gives nobody anything: at worst a household has its card printed once more. */
export const reissueCard = defineCommand({
  contract: people.reissueCard,
  allow: [{ who: 'cadre', at: 'own-village' }, { who: 'town-admin' }],
  place: placeOfHousehold,
  run: async (context) => {
    const { input, tx, nowMs, newId } = context;
    const { householdId } = input;
    const before = await loadHousehold(tx, householdId);
    mustStand(before);
    const household = withNewCard(before, newId(), nowMs);
    tx.set('households', householdId, household);
    await endVisits(household, context);
    return { householdId, sinceDay: dayOf(nowMs) };
  },
});
