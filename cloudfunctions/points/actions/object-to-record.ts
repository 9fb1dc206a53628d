import { points } from '../../../src/contracts';
import { byProxyOf } from '../../../src/domain/people/proxy';
import { decideObject } from '../../../src/domain/records/notice';
import { defineCommand } from '../../runtime/define-action';
import { loadDecision, loadNotice } from '../decision-facts';
import { placeOfRecord } from '../load';
import { saveRecord } from '../save-record';

/** Nobody is punished for objecting: who did is kept, and never shown. */
export const objectToRecord = defineCommand({
  contract: points.objectToRecord,
  allow: [{ who: 'resident', at: 'own-village' }],
  place: placeOfRecord,
  async run(context) {
    const { tx, input, caller } = context;
    const { proxy } = caller;
    const byProxy = proxy && { ...byProxyOf(proxy), householdId: proxy.householdId };
    const { record, household, by } = await loadDecision(context);
    const notice = await loadNotice(tx, record);
    const next = decideObject(record, notice, by, input.reason, byProxy);
    await saveRecord(context, next.record, household);
    tx.set('notices', next.notice.noticeId, next.notice);
    return { recordId: record.recordId, state: next.record.state };
  },
});
