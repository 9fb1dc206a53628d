import { points } from '../../../src/contracts';
import { decideCheck } from '../../../src/domain/records/decide-record';
import { defineCommand } from '../../runtime/define-action';
import { loadDecision, loadPanelFacts } from '../decision-facts';
import { placeOfRecord } from '../load';
import { saveRecord } from '../save-record';

export const checkRecord = defineCommand({
  contract: points.checkRecord,
  allow: [{ who: 'cadre', at: 'own-village' }],
  place: placeOfRecord,
  async run(context) {
    const { record, household, by } = await loadDecision(context);
    const panel = await loadPanelFacts(context, record, household);
    const next = decideCheck(record, by, context.input, panel);
    await saveRecord(context, next, household);
    return { recordId: next.recordId, state: next.state };
  },
});
