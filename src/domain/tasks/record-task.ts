import { householdIdsInConflict } from '../people/kin';
import { placeOfDecider } from '../people/two-people';
import type { Household } from '../people/types';
import { recordersOf } from '../records/decide-record';
import { timerMover } from '../records/move-record';
import { waitingSinceMs, waitsForRecheck } from '../records/record-due';
import type { MoveFacts, Mover } from '../records/record-needs';
import { recordWorkflow } from '../records/record-workflow';
import type { Actor, DeedRecord, RecordState } from '../records/types';
import { householdKey, personInRoleKey, personKey, roleKey } from './keys';
import { makeTask } from './make-task';
import type { Task } from './types';
import { type Candidate, whoIsWaitedFor } from './waiting';

type RecordCandidate = Candidate<MoveFacts>;

/** Whom each capacity stands for; villagers and the household itself are never waited for. */
function candidatesOf(by: Actor, record: DeedRecord, facts: Candidates): RecordCandidate[] {
  const { villageId, draw } = record;
  if (by === 'cadre' || by === 'supervisor' || by === 'town-admin') {
    return [{ key: roleKey(by, placeOfDecider(by, villageId)), facts: facts({ offices: [by] }) }];
  }
  if (by !== 'panel') return [];
  return (draw?.panel ?? []).map((personId) => ({
    key: personInRoleKey('panel', villageId, personId),
    facts: facts({ personId }),
  }));
}

type Candidates = (mover: Partial<Mover>) => MoveFacts;

/** Whoever has something to do with a record, each as they would come to decide on it. */
function involvedIn(record: DeedRecord, household: Household, facts: Candidates) {
  const { objectorId, objectedByProxy, state, steps } = record;
  // Who checked it, and who said that it was wrong: their own step is somebody else's to judge.
  const again = waitsForRecheck(record);
  const judges = state === 'objected' || state === 'waiting-reversal' || again;
  const stepped = judges ? steps.map(({ personId }) => personId) : [];
  const drawn = again ? (record.draw?.panel ?? []) : [];
  const before = [...recordersOf(record), objectorId, objectedByProxy?.secondId];
  const those = [...before, ...stepped, ...drawn];
  const people = [...new Set(those)].flatMap((personId) =>
    personId ? [{ key: personKey(personId), facts: facts({ personId }) }] : [],
  );
  const [own, ...relatives] = householdIdsInConflict(household).map(householdKey);
  return [
    ...people,
    ...(own ? [{ key: own, facts: facts({ ofTheHousehold: true }) }] : []),
    ...relatives.map((key) => ({ key, facts: facts({ nearRelative: true }) })),
  ];
}

/** `17号户 清草场 3分`; of what is about somebody's health the household is nobody's to read. */
function titleOf({ itemName, points, householdHidden, householdNumber }: DeedRecord): string {
  const what = `${itemName} ${points}分`;
  return householdHidden ? what : `${householdNumber}号户 ${what}`;
}

/** These are taken with all of one deed at once. */
const together: ReadonlySet<RecordState> = new Set([
  'waiting-check',
  'waiting-review',
  'waiting-notice',
]);

function pageOf({ recordId, activityId, state }: DeedRecord): string {
  return activityId !== undefined && together.has(state)
    ? `/packages/record/activity/index?activityId=${activityId}`
    : `/packages/record/detail/index?recordId=${recordId}`;
}

/** What a record waits for as of an instant, if for anybody. */
export function recordTask(record: DeedRecord, household: Household, nowMs: number): Task | null {
  const { recordId, villageId, state } = record;
  const sinceMs = waitingSinceMs(record);
  const subject = {
    ...{ kind: 'record' as const, subjectId: recordId, villageId, sinceMs },
    title: titleOf(record),
    page: pageOf(record),
  };
  const waitingFor = (isLate: boolean) => {
    const atMs = isLate ? nowMs : sinceMs;
    const facts: Candidates = (mover) => ({
      record,
      mover: { ...timerMover, ...mover },
      nowMs: atMs,
    });
    return whoIsWaitedFor<RecordState, Actor, MoveFacts>({
      ...{ table: recordWorkflow, state, isLate },
      candidatesOf: (by) => candidatesOf(by, record, facts),
      involved: involvedIn(record, household, facts),
    });
  };
  return makeTask(subject, waitingFor, nowMs);
}
