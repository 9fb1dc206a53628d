import { people } from '../../../src/contracts';
import { refuseUnknownEvent, withdraw } from '../../../src/domain/people/life/life-event';
import type { LifeEvent } from '../../../src/domain/people/life/types';
import { defineCommand } from '../../runtime/define-action';
import { saveLifeEvent } from '../save-life-event';

export const withdrawLifeEvent = defineCommand({
  contract: people.withdrawLifeEvent,
  allow: [{ who: 'resident' }, { who: 'cadre' }, { who: 'supervisor' }, { who: 'town-admin' }],
  run: async (context) => {
    const { input, personId, tx } = context;
    const { lifeEventId } = input;
    const event = await tx.get<LifeEvent>('life-events', lifeEventId);
    if (!event) refuseUnknownEvent();
    saveLifeEvent(context, withdraw(event, personId), []);
    return { lifeEventId };
  },
});
