import { people } from '../../../src/contracts';
import { commonRefusals } from '../../../src/contracts/refusals';
import { mustHoldNoPrivateNumber } from '../../../src/domain/kernel/private-number';
import { refuse } from '../../../src/domain/kernel/refusal';
import { answer, refuseUnknownAct } from '../../../src/domain/people/offices/office-act';
import type { OfficeAct } from '../../../src/domain/people/offices/types';
import type { Household } from '../../../src/domain/people/types';
import { type CommandContext, defineCommand } from '../../runtime/define-action';
import { getKnown } from '../../runtime/store/get-known';
import { closeInvitation, isInvitation, withNewCode } from '../invitations';
import { carryOut } from '../offices/carry-out';
import { decidesOn, standingTo } from '../offices/decider';
import { saveOfficeAct } from '../save-office-act';

/** Whom it invites has yet to take it up; of a no nothing is kept that was for the code. */
async function comeTo(act: OfficeAct, context: CommandContext<unknown>): Promise<OfficeAct> {
  if (act.state === 'refused') return closeInvitation(act, context.tx);
  if (isInvitation(act)) return withNewCode(act, context);
  await carryOut(act, context);
  return act;
}

const inWords = (act: OfficeAct) => (isInvitation(act) ? 'invited' : 'in-force');

export const answerOfficeAct = defineCommand({
  contract: people.answerOfficeAct,
  allow: [
    { who: 'cadre', at: 'own-village' },
    { who: 'supervisor', at: 'own-village' },
    { who: 'town-admin' },
  ],
  place: async ({ input, read }) => {
    const act = await read.get<OfficeAct>('office-acts', input.officeActId);
    return act ? { villageId: act.villageId } : {};
  },
  run: async (context) => {
    const { input, caller, tx, nowMs } = context;
    const { officeActId, accept, reason = null } = input;
    const act = await tx.get<OfficeAct>('office-acts', officeActId);
    if (!act) refuseUnknownAct();
    mustHoldNoPrivateNumber({ reason });
    const household = await getKnown<Household>(tx, 'households', act.householdId);
    const as = decidesOn(act, caller);
    if (!as) refuse('not-your-job', commonRefusals['not-your-job']);
    const decider = { ...(await standingTo(act, household, caller, tx)), as };
    const answered = answer(act, { accept, reason }, decider, nowMs);
    const saved = await comeTo(answered, context);
    saveOfficeAct(context, saved, household);
    return { officeActId, state: accept ? inWords(saved) : 'refused' } as const;
  },
});
