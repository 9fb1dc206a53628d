import { type EntriesFacts, type EntriesState, entriesWorkflow } from '../people/entries-workflow';
import { placeOfDecider } from '../people/two-people';
import type { Decider, EntryCheck } from '../people/types';
import { personKey, roleKey } from './keys';
import { makeTask } from './make-task';
import type { Task } from './types';
import { whoIsWaitedFor } from './waiting';

/** Whom the lines wait for that one person alone entered into a village's register. */
export function entriesTask(check: EntryCheck, nowMs: number): Task | null {
  const { villageId, entered } = check;
  const subject = {
    ...{ kind: 'entries' as const, subjectId: villageId, villageId },
    sinceMs: entered.atMs,
    title: '户册里新录入的人',
    page: '/packages/work/entries/index',
  };
  const factsOf = (confirmer: EntriesFacts['confirmer']): EntriesFacts => ({ check, confirmer });
  const waitingFor = (isLate: boolean) =>
    whoIsWaitedFor<EntriesState, Decider, EntriesFacts>({
      ...{ table: entriesWorkflow, state: 'waiting', isLate },
      candidatesOf: (as) => [
        {
          key: roleKey(as, placeOfDecider(as, villageId)),
          facts: factsOf({ personId: '', as }),
        },
      ],
      involved: [{ key: personKey(entered.personId), facts: factsOf(entered) }],
    });
  return makeTask(subject, waitingFor, nowMs);
}
