import { points } from '../../../src/contracts';
import { decideReview } from '../../../src/domain/records/decide-record';
import { defineRun } from '../../runtime/define-action';
import { decideTogether } from '../activities/decide-together';
import { placeOfActivity } from '../activities/load-activity';

export const reviewActivity = defineRun({
  contract: points.reviewActivity,
  allow: [{ who: 'panel', at: 'own-village' }],
  place: placeOfActivity,
  run: (context) =>
    decideTogether(context, {
      action: 'review-record',
      decide: (record, _household, by, decision) => decideReview(record, by, decision),
    }),
});
