import { points } from '../../../src/contracts';
import { mustNotRecordInConflict } from '../../../src/domain/records/declare';
import { defineCommand } from '../../runtime/define-action';
import { createRecord } from '../create-record';
import { loadHousehold, moverFor, placeOfHousehold } from '../load';

export const recordDeed = defineCommand({
  contract: points.recordDeed,
  allow: [{ who: 'cadre', at: 'own-village' }],
  place: placeOfHousehold,
  async run(context) {
    const { householdId, ...deed } = context.input;
    const household = await loadHousehold(context.tx, householdId);
    mustNotRecordInConflict(await moverFor(context.tx, context.caller, household));
    const record = await createRecord(context, household, deed, true);
    return { recordId: record.recordId, state: record.state, points: record.points };
  },
});
