import { points } from '../../../src/contracts';
import { decideReview } from '../../../src/domain/records/decide-record';
import { votesNeeded } from '../../../src/domain/records/panel';
import { defineCommand } from '../../runtime/define-action';
import { loadDecision } from '../decision-facts';
import { placeOfRecord } from '../load';
import { saveRecord } from '../save-record';

export const reviewRecord = defineCommand({
  contract: points.reviewRecord,
  allow: [{ who: 'panel', at: 'own-village' }],
  place: placeOfRecord,
  async run(context) {
    const { record, household, by } = await loadDecision(context);
    const next = decideReview(record, by, context.input);
    await saveRecord(context, next, household);
    const { recordId, state, votes } = next;
    return { recordId, state, votesCast: votes.length, votesNeeded };
  },
});
