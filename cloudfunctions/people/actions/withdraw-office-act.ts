import { people } from '../../../src/contracts';
import { refuseUnknownAct, withdraw } from '../../../src/domain/people/offices/office-act';
import type { OfficeAct } from '../../../src/domain/people/offices/types';
import { holdsRole } from '../../../src/domain/people/roles';
import { rolesOf } from '../../runtime/caller';
import { defineCommand } from '../../runtime/define-action';
import { bySeats } from '../../runtime/seats';
import { closeInvitation } from '../invitations';
import { saveOfficeAct } from '../save-office-act';

export const withdrawOfficeAct = defineCommand({
  contract: people.withdrawOfficeAct,
  allow: [
    ...([{ who: 'resident' }, { who: 'cadre' }, { who: 'supervisor' }] as const),
    ...[{ who: 'town-admin' } as const, ...bySeats],
  ],
  run: async (context) => {
    const { input, personId, caller, tx } = context;
    const { officeActId } = input;
    const act = await tx.get<OfficeAct>('office-acts', officeActId);
    if (!act) refuseUnknownAct();
    const as = holdsRole(rolesOf(caller), 'town-admin', 'town') ? 'town-admin' : 'proposer';
    saveOfficeAct(context, await closeInvitation(withdraw(act, personId, as), tx), null);
    return { officeActId };
  },
});
