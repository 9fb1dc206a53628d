import { people } from '../../../src/contracts';
import { mostInvitations } from '../../../src/contracts/limits';
import { mustHoldNoPrivateNumber } from '../../../src/domain/kernel/private-number';
import { dayOf } from '../../../src/domain/kernel/time';
import * as appointing from '../../../src/domain/people/offices/appoint';
import * as inviting from '../../../src/domain/people/offices/invitation';
import { inForceAlone, propose } from '../../../src/domain/people/offices/office-act';
import { defineCommand } from '../../runtime/define-action';
import { householdsOfPhone, isInvitation, openInvitations, withNewCode } from '../invitations';
import { standingTo } from '../offices/decider';
import { foundersGift } from '../offices/founders-gift';
import { readPlace } from '../offices/load-place';
import { saveOfficeAct } from '../save-office-act';

export const invitePerson = defineCommand({
  contract: people.invitePerson,
  allow: [{ who: 'town-admin' }],
  run: async (context) => {
    const { input, commandId, caller, tx, read, nowMs } = context;
    const { role, name, organisation, day, cites, untilDay } = input;
    inviting.mustHaveATerm(input, dayOf(nowMs));
    mustHoldNoPrivateNumber({ cites, organisation });
    const phone = inviting.mobileInvited(input.phone);
    const place = await readPlace(input, tx);
    if (!place) appointing.refuseUnknownPlace();
    appointing.mustBeInvitedTo(role, place);
    const open = await openInvitations(read, mostInvitations);
    if (open.length >= mostInvitations) inviting.refuseTooManyOpen();
    inviting.mustNotBeInvitedYet({ role, place: place.id, phone }, open);
    const [household = null, ...others] = await householdsOfPhone(phone, read);
    const about = { role, memberId: null, personId: null, villageId: 'town' };
    const by = { ...(await standingTo(about, household, caller, tx)), as: 'town-admin' as const };
    const proposal = {
      ...{ ...about, change: 'give' as const, place: place.id, placeName: place.name, name },
      ...{ officeId: null, householdId: household?.householdId ?? null },
      ...{ householdNumber: household?.number ?? null, basis: 'invited' as const },
      ...{ day, cites, untilDay },
      invited: { organisation, phone, codeHash: null, codeUntilMs: null, codes: 0 },
    };
    const proposed = propose(proposal, commandId, by, nowMs);
    // A number that stands in several households is of none of their people's business.
    for (const other of others) {
      const near = { ...(await standingTo(about, other, caller, tx)), as: 'town-admin' as const };
      propose(proposal, commandId, near, nowMs);
    }
    const isAlone = await foundersGift(proposed, context);
    const act = isAlone ? inForceAlone(proposed) : proposed;
    const saved = isAlone && isInvitation(act) ? await withNewCode(act, context) : act;
    saveOfficeAct(context, saved, household);
    return { officeActId: commandId, state: isAlone ? 'invited' : 'proposed' } as const;
  },
});
