import { points } from '../../../src/contracts';
import { decideCheck } from '../../../src/domain/records/decide-record';
import type { PanelCandidate } from '../../../src/domain/records/panel';
import { defineRun } from '../../runtime/define-action';
import { decideTogether } from '../activities/decide-together';
import { placeOfActivity } from '../activities/load-activity';
import { loadPanelFacts, panelCandidates } from '../decision-facts';

export const checkActivity = defineRun({
  contract: points.checkActivity,
  allow: [{ who: 'cadre', at: 'own-village' }],
  place: placeOfActivity,
  run(context) {
    const { store: read, secret } = context;
    const from = { read, secret };
    let candidates: Promise<PanelCandidate[]> | null = null;
    return decideTogether(context, {
      action: 'check-record',
      async decide(record, household, by, decision) {
        candidates ??= panelCandidates(from, record);
        const panel = await loadPanelFacts(from, record, household, await candidates);
        return decideCheck(record, by, decision, panel);
      },
    });
  },
});
