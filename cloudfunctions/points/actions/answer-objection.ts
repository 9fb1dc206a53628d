import { points } from '../../../src/contracts';
import { decideAnswer } from '../../../src/domain/records/notice';
import { defineCommand } from '../../runtime/define-action';
import { loadDecision, loadNotice } from '../decision-facts';
import { placeOfRecord } from '../load';
import { saveRecord } from '../save-record';

export const answerObjection = defineCommand({
  contract: points.answerObjection,
  allow: [{ who: 'supervisor', at: 'own-village' }, { who: 'town-admin' }],
  place: placeOfRecord,
  async run(context) {
    const { tx, input } = context;
    const { record, household, by } = await loadDecision(context);
    const notice = await loadNotice(tx, record);
    const next = decideAnswer(record, notice, by, input);
    await saveRecord(context, next.record, household);
    tx.set('notices', next.notice.noticeId, next.notice);
    return { recordId: record.recordId, state: next.record.state };
  },
});
