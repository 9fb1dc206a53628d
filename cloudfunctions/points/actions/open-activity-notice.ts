import { points } from '../../../src/contracts';
import { defineRun } from '../../runtime/define-action';
import { placeOfActivity } from '../activities/load-activity';
import { putOnNotice } from '../activities/onto-notice';

export const openActivityNotice = defineRun({
  contract: points.openActivityNotice,
  allow: [{ who: 'cadre', at: 'own-village' }],
  place: placeOfActivity,
  run: putOnNotice,
});
