import { type LinkFacts, linkWorkflow } from '../people/links/link-workflow';
import type { Link, LinkState } from '../people/links/types';
import { placeOfDecider } from '../people/two-people';
import type { Decider, Household } from '../people/types';
import { householdKey, personKey, roleKey } from './keys';
import { makeTask } from './make-task';
import type { Task } from './types';
import { type Candidate, whoIsWaitedFor } from './waiting';

type Mover = LinkFacts['mover'];

/** Outside the committee: what a need refuses is then who they are. */
const nobody: Mover = {
  ...{ personId: '', as: 'supervisor', ofTheHousehold: false, nearRelative: false },
};

type FactsOf = (mover: Partial<Mover>) => LinkFacts;

function involvedIn(link: Link, { householdId, relativeIds }: Household, factsOf: FactsOf) {
  const { personId, objection, opinion, cutBy, two } = link;
  const of = (key: string, mover: Partial<Mover>) => ({ key, facts: factsOf(mover) });
  const before = [...two, ...(opinion ? [opinion.by] : []), ...(cutBy ? [cutBy] : [])];
  const also = [personId, objection?.byPersonId ?? null].filter((id) => id !== null);
  return [
    ...also.map((id) => of(personKey(id), { personId: id })),
    of(householdKey(householdId), { ofTheHousehold: true }),
    ...relativeIds.map((id) => of(householdKey(id), { nearRelative: true })),
    ...before.map((each) => of(personKey(each.personId), { personId: each.personId, as: each.as })),
  ];
}

/** Whom somebody waits for whose joining was objected to, or who was cut, if for anybody. */
export function linkTask(link: Link, household: Household, nowMs: number): Task | null {
  const { linkId, villageId, state, movedAtMs, opinion } = link;
  const what = state === 'cut' ? '解除了一部手机,要另一个人看' : '家里人有异议';
  const subject = {
    ...{ kind: 'link' as const, subjectId: linkId, villageId, sinceMs: movedAtMs },
    ...{ title: `${household.number}号户 ${what}`, page: '/packages/work/links/index' },
  };
  // Whoever is asked may be of the same opinion as the first: then they are the second.
  const out = opinion?.out ?? true;
  const factsOf: FactsOf = (mover) => ({ link, out, mover: { ...nobody, ...mover } });
  const candidatesOf = (by: Decider | 'household'): Candidate<LinkFacts>[] =>
    by === 'household'
      ? []
      : [{ key: roleKey(by, placeOfDecider(by, villageId)), facts: factsOf({ as: by }) }];
  const waitingFor = (isLate: boolean) =>
    whoIsWaitedFor<LinkState, Decider | 'household', LinkFacts>({
      ...{ table: linkWorkflow, state, isLate, candidatesOf },
      involved: involvedIn(link, household, factsOf),
    });
  return makeTask(subject, waitingFor, nowMs);
}
