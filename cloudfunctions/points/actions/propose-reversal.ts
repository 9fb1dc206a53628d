import { points } from '../../../src/contracts';
import { decideProposeReversal } from '../../../src/domain/ledger/reversal';
import { defineCommand } from '../../runtime/define-action';
import { placeOfRecord } from '../load';
import { loadReversal, mayTakeBack } from '../load-reversal';
import { saveRecord } from '../save-record';

export const proposeReversal = defineCommand({
  contract: points.proposeReversal,
  allow: mayTakeBack,
  place: placeOfRecord,
  async run(context) {
    const { record, household, by } = await loadReversal(context);
    const next = decideProposeReversal(record, by, context.input.reason);
    await saveRecord(context, next, household);
    return { recordId: next.recordId, state: next.state };
  },
});
