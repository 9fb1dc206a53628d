import { points } from '../../../src/contracts';
import { ownHouseholdId } from '../../runtime/caller';
import { defineCommand } from '../../runtime/define-action';
import { createRecord } from '../create-record';
import { helpersHouseholds, knownHousehold } from '../load';

export const declareDeed = defineCommand({
  contract: points.declareDeed,
  allow: [{ who: 'resident' }],
  async run(context) {
    const household = await knownHousehold(context.tx, ownHouseholdId(context.caller));
    const involvedIds = await helpersHouseholds(context.tx, context.caller.proxy);
    const by = { byCadre: false, involvedIds };
    const record = await createRecord(context, household, context.input, by);
    return { recordId: record.recordId, state: record.state, points: record.points };
  },
});
