import { people } from '../../../src/contracts';
import { refuseUnknownEvent } from '../../../src/domain/people/life/life-event';
import { sign } from '../../../src/domain/people/life/signing';
import type { LifeEvent } from '../../../src/domain/people/life/types';
import type { Member } from '../../../src/domain/people/types';
import { defineCommand } from '../../runtime/define-action';
import { getKnown } from '../../runtime/store/get-known';

export const signLifeEvent = defineCommand({
  contract: people.signLifeEvent,
  allow: [{ who: 'resident' }],
  run: async ({ input, caller, tx, nowMs }) => {
    const { lifeEventId } = input;
    const event = await tx.get<LifeEvent>('life-events', lifeEventId);
    if (!event) refuseUnknownEvent();
    const member = await getKnown<Member>(tx, 'members', caller.person?.memberId);
    tx.set('life-events', lifeEventId, sign(event, member, nowMs));
    return { lifeEventId };
  },
});
