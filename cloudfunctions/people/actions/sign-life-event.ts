import { people } from '../../../src/contracts';
import { refuseUnknownEvent } from '../../../src/domain/people/life/life-event';
import { sign } from '../../../src/domain/people/life/signing';
import type { LifeEvent } from '../../../src/domain/people/life/types';
import type { Member } from '../../../src/domain/people/types';
import { defineCommand } from '../../runtime/define-action';
import { getKnown } from '../../runtime/store/get-known';
import { writeSigning } from '../save-life-event';

export const signLifeEvent = defineCommand({
  contract: people.signLifeEvent,
  allow: [{ who: 'resident' }],
  run: async ({ input, caller, personId, tx, nowMs }) => {
    const { lifeEventId } = input;
    const event = await tx.get<LifeEvent>('life-events', lifeEventId);
    if (!event) refuseUnknownEvent();
    const member = await getKnown<Member>(tx, 'members', caller.person?.memberId);
    const signed = sign(event, { personId, member }, nowMs);
    tx.set('life-events', lifeEventId, signed);
    writeSigning(tx, signed);
    return { lifeEventId };
  },
});
