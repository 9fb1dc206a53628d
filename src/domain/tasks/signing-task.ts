import { type LifeFacts, type LifeMover, lifeWorkflow } from '../people/life/life-workflow';
import { needsSignatures, signingEndsMs } from '../people/life/signing';
import type { LifeEvent, LifeEventState } from '../people/life/types';
import { householdKey, personKey } from './keys';
import { makeTask } from './make-task';
import type { Task } from './types';
import { type Candidate, whoIsWaitedFor } from './waiting';

/**
 * Whose signatures a division of points waits for, if for anybody's: the household's, but for those
 * who have signed. It goes by the household and not by its people of now: whoever joins it finds
 * it, and whoever is taken out of it does not.
 */
export function signingTask(event: LifeEvent): Task | null {
  const { lifeEventId, villageId, householdId, householdNumber, state, proposed } = event;
  const { signed = [] } = event;
  if (!needsSignatures(event)) return null;
  const subject = {
    ...{ kind: 'signing' as const, subjectId: lifeEventId, villageId },
    ...{ sinceMs: proposed.atMs, endsMs: signingEndsMs(event) },
    title: `${householdNumber}号户 分户怎么分积分`,
    page: '/packages/life/list/index',
  };
  const of = (key: string, personId: string): Candidate<LifeFacts> => {
    const decider = { personId, as: 'household' as const, ofTheHousehold: true };
    return { key, facts: { event, accept: true, decider: { ...decider, nearRelative: false } } };
  };
  const waitingFor = (isLate: boolean) =>
    whoIsWaitedFor<LifeEventState, LifeMover, LifeFacts>({
      ...{ table: lifeWorkflow, state, isLate },
      candidatesOf: (by) => (by === 'household' ? [of(householdKey(householdId), '')] : []),
      involved: signed.map(({ personId }) => of(personKey(personId), personId)),
    });
  return makeTask(subject, waitingFor, proposed.atMs);
}
