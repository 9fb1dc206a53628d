import { people } from '../../../src/contracts';
import { assert } from '../../../src/domain/kernel/refusal';
import * as entering from '../../../src/domain/people/entry/entry-request';
import type { EntryRequest } from '../../../src/domain/people/entry/types';
import { refuseVillage } from '../../../src/domain/people/join';
import { deciderOf } from '../../../src/domain/people/two-people';
import type { Household, Village } from '../../../src/domain/people/types';
import { moverFor } from '../../points/load';
import { rolesOf } from '../../runtime/caller';
import { type CommandContext, defineCommand } from '../../runtime/define-action';
import { getKnown } from '../../runtime/store/get-known';
import { enter } from '../enter';
import { saveEntryRequest } from '../save-entry-request';

/** Where they say they live, as it is by now. */
async function householdOf({ householdId }: EntryRequest, tx: CommandContext<unknown>['tx']) {
  const household = await getKnown<Household>(tx, 'households', householdId);
  return household ?? (householdId ? entering.refuseUnknownHousehold() : null);
}

export const answerEntryRequest = defineCommand({
  contract: people.answerEntryRequest,
  allow: [
    { who: 'cadre', at: 'own-village' },
    { who: 'supervisor', at: 'own-village' },
    { who: 'town-admin' },
  ],
  place: ({ input }) => ({ villageId: input.entryRequestId.split('.')[0] ?? '' }),
  run: async (context) => {
    const { input, caller, personId, tx, nowMs } = context;
    const { entryRequestId, askedAtMs, accept, reason = null } = input;
    const request = await tx.get<EntryRequest>('entry-requests', entryRequestId);
    if (!request) entering.refuseEntryRequest();
    entering.mustAnswerWhatWasSeen(request, askedAtMs);
    const household = await householdOf(request, tx);
    const apart = { personId, ofTheHousehold: false, nearRelative: false };
    const mover = household ? await moverFor(tx, caller, household) : apart;
    const as = deciderOf(rolesOf(caller), request.villageId);
    const answered = entering.answer(request, { accept, reason }, { ...mover, as }, nowMs);
    const village = await tx.get<Village>('villages', request.villageId);
    if (!village) refuseVillage();
    // Already said at the first of the two, so that nobody waits for what cannot come.
    const second = { personId, as, atMs: nowMs };
    const where = { village, household, second };
    const entered = accept ? await enter(answered, where, context) : null;
    saveEntryRequest(context, answered, household);
    const { state } = answered;
    const leadsOn = state !== 'waiting' && state !== 'appealed' && state !== 'withdrawn';
    assert(leadsOn, 'an answer leads on');
    return { entryRequestId, state, newNumber: entered?.newNumber ?? null };
  },
});
