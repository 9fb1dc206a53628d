import { people } from '../../../src/contracts';
import { propose } from '../../../src/domain/people/life/life-event';
import { mustBeOnPaper } from '../../../src/domain/people/life/signing';
import { placeOfHousehold } from '../../points/load';
import { defineCommand } from '../../runtime/define-action';
import { lookAhead } from '../life/carry-out';
import { deciderOn, householdIdsOf, loadStored, loadTouched } from '../life/load';
import { saveLifeEvent } from '../save-life-event';

export const proposeLifeEvent = defineCommand({
  contract: people.proposeLifeEvent,
  allow: [
    { who: 'cadre', at: 'own-village' },
    { who: 'supervisor', at: 'own-village' },
    { who: 'town-admin' },
  ],
  place: placeOfHousehold,
  run: async (context) => {
    const { input, commandId, caller, tx, nowMs } = context;
    const { householdId, change } = input;
    const at = await loadStored(householdId, tx);
    const householdIds = householdIdsOf(householdId, change);
    const households = await loadTouched(householdIds, tx);
    const { villageId, number: householdNumber } = at.household;
    const about = { villageId, householdIds, householdNumber, change };
    const event = propose(about, commandId, await deciderOn(households, caller, tx), nowMs);
    mustBeOnPaper(at, change);
    // Already said to the first of the two, so that nobody waits for what cannot come.
    await lookAhead(change, { ...context, at });
    saveLifeEvent(context, event, households);
    return { lifeEventId: commandId };
  },
});
