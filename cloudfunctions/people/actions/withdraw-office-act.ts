import { people } from '../../../src/contracts';
import { refuseUnknownAct, withdraw } from '../../../src/domain/people/offices/office-act';
import type { OfficeAct } from '../../../src/domain/people/offices/types';
import { defineCommand } from '../../runtime/define-action';
import { saveOfficeAct } from '../save-office-act';

export const withdrawOfficeAct = defineCommand({
  contract: people.withdrawOfficeAct,
  allow: [{ who: 'resident' }, { who: 'cadre' }, { who: 'supervisor' }, { who: 'town-admin' }],
  run: async (context) => {
    const { input, personId, tx } = context;
    const { officeActId } = input;
    const act = await tx.get<OfficeAct>('office-acts', officeActId);
    if (!act) refuseUnknownAct();
    saveOfficeAct(context, withdraw(act, personId), null);
    return { officeActId };
  },
});
