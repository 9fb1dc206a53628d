import { points } from '../../../src/contracts';
import { decideAnswerReversal } from '../../../src/domain/ledger/reversal';
import { defineCommand } from '../../runtime/define-action';
import { placeOfRecord } from '../load';
import { loadReversal, mayTakeBack } from '../load-reversal';
import { saveRecord } from '../save-record';

/** The entry, the account and the record in one transaction: taken back once, or not at all. */
export const answerReversal = defineCommand({
  contract: points.answerReversal,
  allow: mayTakeBack,
  place: placeOfRecord,
  async run(context) {
    const { tx, input } = context;
    const { record, household, account, by } = await loadReversal(context);
    const { record: next, change } = decideAnswerReversal(account, record, by, input);
    for (const entry of change?.entries ?? []) {
      tx.create('entries', `${entry.householdId}.${entry.sequence}`, entry);
    }
    if (change) tx.set('accounts', account.householdId, change.account);
    await saveRecord(context, next, household);
    return { recordId: next.recordId, state: next.state };
  },
});
