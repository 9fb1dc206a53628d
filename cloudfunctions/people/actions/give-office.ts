import { people } from '../../../src/contracts';
import { mustHoldNoPrivateNumber } from '../../../src/domain/kernel/private-number';
import { dayOf } from '../../../src/domain/kernel/time';
import { refuseUnknownMember } from '../../../src/domain/people/offices/appoint';
import { mustSayWhatHappened } from '../../../src/domain/people/offices/basis';
import { inForceAlone, propose } from '../../../src/domain/people/offices/office-act';
import type { ActDecider, OfficeAct } from '../../../src/domain/people/offices/types';
import { holdsRole, inTerm } from '../../../src/domain/people/roles';
import { type CommandContext, defineCommand } from '../../runtime/define-action';
import { readAdministrators } from '../erase';
import { findMember } from '../find-member';
import { carryOut, mustBeGivable } from '../offices/carry-out';
import { decidesOn, standingTo } from '../offices/decider';
import { foundersGift } from '../offices/founders-gift';
import { villageOfOffice } from '../offices/load-place';
import { saveOfficeAct } from '../save-office-act';

/**
 * Of the town's offices: whether whoever enters the act is the only administrator. Anybody else
 * enters none, however few look after the town.
 */
async function isByLast(
  { role }: Pick<OfficeAct, 'role'>,
  as: ActDecider,
  { read, nowMs }: Pick<CommandContext<unknown>, 'read' | 'nowMs'>,
): Promise<boolean> {
  if (role !== 'town-admin' || as !== 'town-admin') return false;
  const administrators = await readAdministrators(read);
  const acting = administrators.filter(({ roles }) =>
    holdsRole(inTerm(roles, dayOf(nowMs)), 'town-admin', 'town'),
  );
  return acting.length < 2;
}

export const giveOffice = defineCommand({
  contract: people.giveOffice,
  allow: [
    { who: 'cadre', at: 'own-village' },
    { who: 'supervisor', at: 'own-village' },
    { who: 'town-admin' },
  ],
  place: async ({ input, read }) => ({ villageId: await villageOfOffice(input, read) }),
  run: async (context) => {
    const { input, commandId, caller, tx, read, nowMs } = context;
    const { role, place, basis, day, cites, untilDay } = input;
    mustSayWhatHappened(input, dayOf(nowMs));
    mustHoldNoPrivateNumber({ cites });
    const found = await findMember(input, { tx, read });
    if (!found) refuseUnknownMember();
    const { member, household } = found;
    const { memberId, householdId, name } = member;
    const about = { role, memberId, personId: null, villageId: await villageOfOffice(input, read) };
    const as = decidesOn(about, caller) ?? ('holder' as const);
    const by = { ...(await standingTo(about, household, caller, tx)), as };
    const proposal = {
      ...{ ...about, change: 'give' as const, place, placeName: '', officeId: null, householdId },
      ...{ householdNumber: household.number, name, basis, day, cites },
      untilDay: untilDay ?? null,
      ...((await isByLast(input, as, context)) && { byLast: true as const }),
    };
    const proposed = propose(proposal, commandId, by, nowMs);
    const { heldRole } = await mustBeGivable(found, { ...proposed, role }, context);
    const act = { ...proposed, placeName: heldRole.placeName };
    const isAlone = await foundersGift(act, context);
    if (isAlone) await carryOut(act, context, true);
    saveOfficeAct(context, isAlone ? inForceAlone(act) : act, household);
    return { officeActId: commandId, state: isAlone ? 'in-force' : 'proposed' } as const;
  },
});
