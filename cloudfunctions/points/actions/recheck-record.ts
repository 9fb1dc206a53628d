import { points } from '../../../src/contracts';
import { assert } from '../../../src/domain/kernel/refusal';
import {
  decideRecheck,
  type Recheck,
  recheckId,
  withFound,
} from '../../../src/domain/records/recheck';
import { defineCommand } from '../../runtime/define-action';
import { loadDecision } from '../decision-facts';
import { placeOfRecord } from '../load';
import { saveRecord } from '../save-record';

export const recheckRecord = defineCommand({
  contract: points.recheckRecord,
  allow: [{ who: 'supervisor', at: 'own-village' }, { who: 'town-admin' }],
  place: placeOfRecord,
  async run(context) {
    const { tx, input } = context;
    const { record, household, by } = await loadDecision(context);
    const next = decideRecheck(record, by, input);
    const { villageId, recheck } = next;
    const id = recheckId({ villageId, month: recheck?.month ?? '' });
    const draw = await tx.get<Recheck>('rechecks', id);
    assert(draw, 'what is looked at again was drawn');
    await saveRecord(context, next, household);
    tx.set('rechecks', id, withFound(draw, input.outcome));
    return { recordId: next.recordId, state: next.state, outcome: input.outcome };
  },
});
