import { points } from '../../../src/contracts';
import { decideCheck } from '../../../src/domain/records/decide-record';
import { defineRun } from '../../runtime/define-action';
import { decideTogether } from '../activities/decide-together';
import { placeOfActivity } from '../activities/load-activity';
import { loadPanelFacts } from '../decision-facts';

export const checkActivity = defineRun({
  contract: points.checkActivity,
  allow: [{ who: 'cadre', at: 'own-village' }],
  place: placeOfActivity,
  run: (context) =>
    decideTogether(context, {
      action: 'check-record',
      async decide(record, household, by, decision) {
        const { store: read, secret } = context;
        const panel = await loadPanelFacts({ read, secret }, record, household);
        return decideCheck(record, by, decision, panel);
      },
    }),
});
