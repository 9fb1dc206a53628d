import { points } from '../../../src/contracts';
import { decideWithdraw } from '../../../src/domain/records/decide-record';
import { defineCommand } from '../../runtime/define-action';
import { loadDecision } from '../decision-facts';
import { placeOfRecord } from '../load';
import { saveRecord } from '../save-record';

export const withdrawRecord = defineCommand({
  contract: points.withdrawRecord,
  allow: [
    { who: 'resident', at: 'own-household' },
    { who: 'cadre', at: 'own-village' },
  ],
  place: placeOfRecord,
  async run(context) {
    const { record, household, by } = await loadDecision(context);
    const next = decideWithdraw(record, by);
    await saveRecord(context, next, household);
    return { recordId: next.recordId, state: next.state };
  },
});
