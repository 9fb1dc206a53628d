import { people } from '../../../src/contracts';
import { appeal } from '../../../src/domain/people/entry/entry-request';
import type { EntryRequest } from '../../../src/domain/people/entry/types';
import type { Household } from '../../../src/domain/people/types';
import { defineCommand } from '../../runtime/define-action';
import { getKnown } from '../../runtime/store/get-known';
import { saveEntryRequest } from '../save-entry-request';

export const appealEntryRefusal = defineCommand({
  contract: people.appealEntryRefusal,
  allow: [{ who: 'wechat-user' }],
  leavesNothing: ['nothing-refused'],
  run: async (context) => {
    const { caller, tx, nowMs } = context;
    const { entryRequestId } = caller.person ?? {};
    const request = await getKnown<EntryRequest>(tx, 'entry-requests', entryRequestId);
    const appealed = appeal(request, nowMs);
    const household = await getKnown<Household>(tx, 'households', appealed.householdId);
    saveEntryRequest(context, appealed, household);
    return { state: 'appealed' as const };
  },
});
