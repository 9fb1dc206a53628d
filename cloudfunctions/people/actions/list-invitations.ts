import { people } from '../../../src/contracts';
import { mostInvitations } from '../../../src/contracts/limits';
import { invitedOffice } from '../../../src/contracts/offices';
import { defineQuery } from '../../runtime/define-action';
import { type Invitee, isInvitation, openInvitations, standingCode } from '../invitations';

export const listInvitations = defineQuery({
  contract: people.listInvitations,
  allow: [{ who: 'town-admin' }],
  run: async ({ read, secret, nowMs }) => {
    const shown = (act: Invitee) => {
      const { officeActId, role, placeName, name, untilDay, invited } = act;
      const { organisation, phone, codeUntilMs } = invited;
      const isOver = nowMs >= (codeUntilMs ?? 0);
      return {
        ...{ officeActId, placeName, name, organisation, phone: phone ?? '' },
        ...{ role: invitedOffice.parse(role), untilDay: untilDay ?? '' },
        ...{ code: isOver ? null : standingCode(act, secret), codeUntilMs: codeUntilMs ?? 0 },
      };
    };
    const open = await openInvitations(read, mostInvitations);
    return { invitations: open.filter(isInvitation).map(shown) };
  },
});
