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
    const mover = await moverFor(context.tx, context.caller, household);
    mustNotRecordInConflict(mover);
    const by = { byCadre: true, involvedIds: mover.ownIds };
    const record = await createRecord(context, household, deed, by);
    return { recordId: record.recordId, state: record.state, points: record.points };
  },
});
