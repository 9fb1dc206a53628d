import { points } from '../../../src/contracts';
import { decideStepAside } from '../../../src/domain/records/decide-record';
import { defineCommand } from '../../runtime/define-action';
import { loadDecision } from '../decision-facts';
import { placeOfRecord } from '../load';
import { saveRecord } from '../save-record';

export const stepAside = defineCommand({
  contract: points.stepAside,
  allow: [{ who: 'panel', at: 'own-village' }],
  place: placeOfRecord,
  async run(context) {
    const { record, household, by } = await loadDecision(context);
    const next = decideStepAside(record, by, context.input.reason);
    await saveRecord(context, next, household);
    return { recordId: next.recordId, state: next.state };
  },
});
