import { people } from '../../../src/contracts';
import { refuseUnknownRoll, withdraw } from '../../../src/domain/people/rolls/roll';
import type { Roll } from '../../../src/domain/people/rolls/types';
import { defineCommand } from '../../runtime/define-action';
import { removePages, saveRoll } from '../save-roll';

export const withdrawRoll = defineCommand({
  contract: people.withdrawRoll,
  // Also who holds no office any more: what they entered is theirs to take back.
  allow: [{ who: 'resident' }, { who: 'cadre' }, { who: 'supervisor' }, { who: 'town-admin' }],
  run: async (context) => {
    const { input, personId, tx } = context;
    const roll = await tx.get<Roll>('rolls', input.rollId);
    if (!roll) refuseUnknownRoll();
    const taken = withdraw(roll, personId);
    removePages(roll, tx);
    saveRoll(context, taken);
    return { rollId: roll.rollId };
  },
});
