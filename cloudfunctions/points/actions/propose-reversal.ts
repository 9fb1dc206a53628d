import { points } from '../../../src/contracts';
import { decideProposeReversal } from '../../../src/domain/ledger/reversal';
import { defineCommand } from '../../runtime/define-action';
import { placeOfRecord } from '../load';
import { loadReversal } from '../load-reversal';
import { saveRecord } from '../save-record';

export const proposeReversal = defineCommand({
  contract: points.proposeReversal,
  allow: [
    { who: 'cadre', at: 'own-village' },
    { who: 'supervisor', at: 'own-village' },
    { who: 'town-admin' },
  ],
  place: placeOfRecord,
  async run(context) {
    const { record, household, by } = await loadReversal(context);
    const next = decideProposeReversal(record, by, context.input.reason);
    await saveRecord(context, next, household);
    return { recordId: next.recordId, state: next.state };
  },
});
