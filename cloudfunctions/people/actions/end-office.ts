import { people } from '../../../src/contracts';
import { mustHoldNoPrivateNumber } from '../../../src/domain/kernel/private-number';
import { dayOf } from '../../../src/domain/kernel/time';
import { refuseNotHeld } from '../../../src/domain/people/offices/appoint';
import { mustSayWhatHappened } from '../../../src/domain/people/offices/basis';
import { propose } from '../../../src/domain/people/offices/office-act';
import type { HeldOffice } from '../../../src/domain/people/offices/types';
import type { Household, Member } from '../../../src/domain/people/types';
import { defineCommand } from '../../runtime/define-action';
import { loadPerson } from '../../runtime/persons';
import { bySeats } from '../../runtime/seats';
import { getKnown } from '../../runtime/store/get-known';
import type { Reader } from '../../runtime/store/store';
import { townIsLeftInHands } from '../erase';
import { decidesOn, standingTo } from '../offices/decider';
import { villageOfOffice } from '../offices/load-place';
import { saveOfficeAct } from '../save-office-act';

async function villageOf(held: HeldOffice, from: Pick<Reader, 'get'>): Promise<string> {
  const member = await getKnown<Member>(from, 'members', held.memberId);
  return villageOfOffice({ ...held, villageId: member?.villageId ?? 'town' }, from);
}

export const endOffice = defineCommand({
  contract: people.endOffice,
  // Residents for their own resignation.
  allow: [
    ...([{ who: 'resident' }, { who: 'cadre' }, { who: 'supervisor' }] as const),
    ...[{ who: 'town-admin' } as const, ...bySeats],
  ],
  run: async (context) => {
    const { input, commandId, caller, tx, nowMs } = context;
    const { officeId, basis, day, cites } = input;
    const held = await tx.get<HeldOffice>('offices', officeId);
    if (!held) refuseNotHeld();
    const { role, place, placeName, memberId, personId, householdId, name } = held;
    mustSayWhatHappened({ ...input, role }, dayOf(nowMs));
    mustHoldNoPrivateNumber({ cites });
    const household = await getKnown<Household>(tx, 'households', householdId);
    const about = { role, memberId, personId, villageId: await villageOf(held, tx) };
    const as = decidesOn(about, caller) ?? ('holder' as const);
    const by = { ...(await standingTo(about, household, caller, tx)), as };
    const proposal = {
      ...{ ...about, change: 'end' as const, place, placeName, officeId, householdId, name },
      ...{ householdNumber: household?.number ?? null, basis, day, cites, untilDay: null },
    };
    const act = propose(proposal, commandId, by, nowMs);
    if (role === 'town-admin') {
      const member = await getKnown<Member>(tx, 'members', memberId);
      await townIsLeftInHands(await loadPerson(tx, member?.personId ?? personId), context);
    }
    saveOfficeAct(context, act, household);
    return { officeActId: commandId, state: 'proposed' } as const;
  },
});
