import type { Commit, Engine } from '../../../local-cloud/engine';
import type { Order } from '../../../src/domain/exchange/types';
import type { Account } from '../../../src/domain/ledger/ledger';
import type { EntryRequest } from '../../../src/domain/people/entry/types';
import type { LifeEvent } from '../../../src/domain/people/life/types';
import type { Link } from '../../../src/domain/people/links/types';
import type { OfficeAct } from '../../../src/domain/people/offices/types';
import type { Roll } from '../../../src/domain/people/rolls/types';
import type { EntryCheck, Household, JoinRequest, Member } from '../../../src/domain/people/types';
import type { DeedRecord } from '../../../src/domain/records/types';
import type { Task } from '../../../src/domain/tasks/types';
import {
  actSubject,
  entriesSubject,
  entryRequestSubject,
  eventSubject,
  freezeSubject,
  joinSubject,
  linkSubject,
  orderSubject,
  type Registers,
  recordSubject,
  rollSubject,
  type Subject,
  signingSubject,
  taskProblems,
} from '../../proof/invariants/tasks';

type Reader = Pick<Engine, 'get'>;

const collectionOf: Readonly<Record<string, string>> = {
  record: 'records',
  join: 'join-requests',
  order: 'orders',
  freeze: 'accounts',
  office: 'office-acts',
  entries: 'entry-checks',
  life: 'life-events',
  signing: 'life-events',
  roll: 'rolls',
  'entry-request': 'entry-requests',
  link: 'links',
};
const kindsOf = (collection: string) =>
  Object.keys(collectionOf).filter((kind) => collectionOf[kind] === collection);

/** Ids of the tasks that a commit may have changed: its tasks, and those of what they are of. */
function touchedBy({ writes }: Commit): Set<string> {
  const ids = writes.flatMap(({ collection, id }) => {
    if (collection === 'tasks') return [id];
    return kindsOf(collection).map((kind) => `${kind}.${id}`);
  });
  return new Set(ids);
}

/** What a task is of, as it stands; nothing is waited for where that is gone. */
function subjectOf(taskId: string, engine: Reader): Subject {
  const [kind = '', ...rest] = taskId.split('.');
  const read = <T>(collection: string, id: string) =>
    (engine.get(collection, id) ?? undefined) as unknown as T | undefined;
  const registers: Registers = {
    householdOf: (id) => read<Household>('households', id),
    memberOf: (id) => read<Member>('members', id),
  };
  const document = engine.get(collectionOf[kind] ?? '', rest.join('.'));
  if (!document) return { id: taskId, wantedOf: () => null };
  if (kind === 'record') return recordSubject(document as unknown as DeedRecord, registers);
  if (kind === 'join') return joinSubject(document as unknown as JoinRequest, registers);
  if (kind === 'office') return actSubject(document as unknown as OfficeAct, registers);
  if (kind === 'life') return eventSubject(document as unknown as LifeEvent, registers);
  if (kind === 'signing') return signingSubject(document as unknown as LifeEvent);
  if (kind === 'roll') return rollSubject(document as unknown as Roll);
  if (kind === 'entries') return entriesSubject(document as unknown as EntryCheck);
  if (kind === 'link') return linkSubject(document as unknown as Link, registers);
  if (kind === 'entry-request') {
    return entryRequestSubject(document as unknown as EntryRequest, registers);
  }
  if (kind === 'freeze') return freezeSubject(document as unknown as Account, registers);
  return orderSubject(document as unknown as Order);
}

/** After each commit, whatever it touched waits for exactly whom the tables say. */
export function wrongTasks(commit: Commit, engine: Reader): string[] {
  return [...touchedBy(commit)].flatMap((taskId) =>
    taskProblems(subjectOf(taskId, engine), engine.get('tasks', taskId) as unknown as Task | null),
  );
}
