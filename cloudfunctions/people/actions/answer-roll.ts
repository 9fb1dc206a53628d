import { people } from '../../../src/contracts';
import { mustHoldNoPrivateNumber } from '../../../src/domain/kernel/private-number';
import { answer, refuseUnknownRoll } from '../../../src/domain/people/rolls/roll';
import type { Roll } from '../../../src/domain/people/rolls/types';
import { deciderOf } from '../../../src/domain/people/two-people';
import { rolesOf } from '../../runtime/caller';
import { defineCommand } from '../../runtime/define-action';
import { removePages, saveRoll } from '../save-roll';

export const answerRoll = defineCommand({
  contract: people.answerRoll,
  allow: [
    { who: 'cadre', at: 'own-village' },
    { who: 'supervisor', at: 'own-village' },
    { who: 'town-admin' },
  ],
  place: async ({ input, read }) => {
    const roll = await read.get<Roll>('rolls', input.rollId);
    return roll ? { villageId: roll.villageId } : {};
  },
  run: async (context) => {
    const { input, personId, caller, tx, nowMs } = context;
    const { rollId, accept, reason = null } = input;
    const roll = await tx.get<Roll>('rolls', rollId);
    if (!roll) refuseUnknownRoll();
    mustHoldNoPrivateNumber({ reason });
    const decider = { personId, as: deciderOf(rolesOf(caller), roll.villageId) };
    const answered = answer(roll, { accept, reason }, decider, nowMs);
    if (!accept) removePages(roll, tx);
    saveRoll(context, answered);
    const state = accept ? ('confirmed' as const) : ('refused' as const);
    return { rollId, state, fromDay: answered.fromDay };
  },
});
