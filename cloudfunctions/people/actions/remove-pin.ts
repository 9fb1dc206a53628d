import { people } from '../../../src/contracts';
import { refuseNoPin } from '../../../src/domain/people/pin';
import type { Pin } from '../../../src/domain/people/types';
import { defineCommand } from '../../runtime/define-action';
import { whoSetsThePin } from '../who-sets-the-pin';

export const removePin = defineCommand({
  contract: people.removePin,
  allow: [{ who: 'resident' }],
  run: async (context) => {
    const { household } = await whoSetsThePin(context);
    const { householdId } = household;
    if (!(await context.tx.get<Pin>('pins', householdId))) refuseNoPin();
    context.tx.remove('pins', householdId);
    return { removed: true };
  },
});
