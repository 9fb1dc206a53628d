import { people } from '../../../src/contracts';
import { mustStillHaveATerm } from '../../../src/domain/people/offices/invitation';
import { apart, mustMove, refuseUnknownAct } from '../../../src/domain/people/offices/office-act';
import type { OfficeAct } from '../../../src/domain/people/offices/types';
import { defineCommand } from '../../runtime/define-action';
import { isInvitation, withNewCode } from '../invitations';
import { saveOfficeAct } from '../save-office-act';

export const renewInvitation = defineCommand({
  contract: people.renewInvitation,
  allow: [{ who: 'town-admin' }],
  run: async (context) => {
    const { input, personId, tx, nowMs } = context;
    const { officeActId } = input;
    const act = await tx.get<OfficeAct>('office-acts', officeActId);
    if (!act || !isInvitation(act)) refuseUnknownAct();
    const decider = { personId, as: 'town-admin' as const, ...apart };
    mustMove(act, 'renew-invitation', { decider, accept: true });
    mustStillHaveATerm(act, nowMs);
    const renewed = await withNewCode(act, context);
    saveOfficeAct(context, renewed, null);
    return { officeActId, codeUntilMs: renewed.invited.codeUntilMs ?? 0 };
  },
});
