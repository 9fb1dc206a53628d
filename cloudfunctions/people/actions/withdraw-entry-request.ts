import { people } from '../../../src/contracts';
import { withdraw } from '../../../src/domain/people/entry/entry-request';
import type { EntryRequest } from '../../../src/domain/people/entry/types';
import { defineCommand } from '../../runtime/define-action';
import { getKnown } from '../../runtime/store/get-known';
import { saveEntryRequest } from '../save-entry-request';

export const withdrawEntryRequest = defineCommand({
  contract: people.withdrawEntryRequest,
  allow: [{ who: 'wechat-user' }],
  leavesNothing: ['nothing-to-withdraw'],
  run: async (context) => {
    const { caller, tx, nowMs } = context;
    const { entryRequestId } = caller.person ?? {};
    const request = await getKnown<EntryRequest>(tx, 'entry-requests', entryRequestId);
    saveEntryRequest(context, withdraw(request, nowMs), null);
    return { state: 'withdrawn' as const };
  },
});
