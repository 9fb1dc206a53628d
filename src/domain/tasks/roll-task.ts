import { type RollFacts, type RollMover, rollWorkflow } from '../people/rolls/roll-workflow';
import type { Roll, RollState } from '../people/rolls/types';
import { rollWords } from '../people/rolls/words';
import { placeOfDecider } from '../people/two-people';
import { personKey, roleKey } from './keys';
import { makeTask } from './make-task';
import type { Task } from './types';
import { type Candidate, whoIsWaitedFor } from './waiting';

/** Whom a roll waits for as of an instant, if for anybody. */
export function rollTask(roll: Roll, nowMs: number): Task | null {
  const { rollId, villageId, kind, state, proposed } = roll;
  const subject = {
    ...{ kind: 'roll' as const, subjectId: rollId, villageId, sinceMs: proposed.atMs },
    title: `${rollWords[kind]} 要确认`,
    page: `/packages/rolls/roll/index?rollId=${rollId}`,
  };
  const facts = (decider: RollFacts['decider']): RollFacts => ({ roll, decider, accept: true });
  const candidatesOf = (as: RollMover): Candidate<RollFacts>[] =>
    as === 'proposer'
      ? []
      : [
          {
            key: roleKey(as, placeOfDecider(as, villageId)),
            facts: facts({ personId: '', as }),
          },
        ];
  const { personId } = proposed;
  // Outside the committee: what a need refuses is then who they are.
  const enterer = { key: personKey(personId), facts: facts({ personId, as: 'supervisor' }) };
  const waitingFor = (isLate: boolean) =>
    whoIsWaitedFor<RollState, RollMover, RollFacts>({
      ...{ table: rollWorkflow, state, isLate, candidatesOf, involved: [enterer] },
    });
  return makeTask(subject, waitingFor, nowMs);
}
