import { people } from '../../../src/contracts';
import { mustHoldNoPrivateNumber } from '../../../src/domain/kernel/private-number';
import {
  answer,
  changeProposed,
  refuseUnknownEvent,
} from '../../../src/domain/people/life/life-event';
import { whoHasToSign } from '../../../src/domain/people/life/signing';
import type { LifeEvent } from '../../../src/domain/people/life/types';
import { defineCommand } from '../../runtime/define-action';
import { lookAhead } from '../life/carry-out';
import { deciderOn, loadStored, loadTouched } from '../life/load';
import { saveLifeEvent } from '../save-life-event';

export const answerLifeEvent = defineCommand({
  contract: people.answerLifeEvent,
  allow: [
    { who: 'cadre', at: 'own-village' },
    { who: 'supervisor', at: 'own-village' },
    { who: 'town-admin' },
  ],
  place: async ({ input, read }) => {
    const event = await read.get<LifeEvent>('life-events', input.lifeEventId);
    return event ? { villageId: event.villageId } : {};
  },
  run: async (context) => {
    const { input, caller, tx, nowMs } = context;
    const { lifeEventId, accept, reason = null } = input;
    const event = await tx.get<LifeEvent>('life-events', lifeEventId);
    if (!event) refuseUnknownEvent();
    mustHoldNoPrivateNumber({ reason });
    const households = await loadTouched(event.householdIds, tx);
    const decider = await deciderOn(households, caller, tx);
    const told = { accept, reason };
    if (!accept) {
      saveLifeEvent(context, answer(event, told, decider, nowMs), households);
      return { lifeEventId, state: 'refused' } as const;
    }
    const at = await loadStored(event.householdId, tx);
    const answered = answer(event, told, decider, nowMs, whoHasToSign(at, event).length);
    const toWrite = await lookAhead(changeProposed(event), { ...context, at });
    await toWrite.write();
    const { memberId = event.memberId } = toWrite;
    saveLifeEvent(context, { ...answered, memberId }, households);
    return { lifeEventId, state: 'done' } as const;
  },
});
