import { templateOf } from '../../../src/domain/messages/letters';
import type { Message, TemplateName } from '../../../src/domain/messages/types';
import type { LifeEvent } from '../../../src/domain/people/life/types';
import type { Person } from '../../../src/domain/people/types';
import { linesOf } from '../../../src/domain/records/notice';
import type { DeedRecord, Notice } from '../../../src/domain/records/types';
import { placeOfKey, roleOfKey } from '../../../src/domain/tasks/keys';
import type { Task } from '../../../src/domain/tasks/types';
import { partsOf } from '../../runtime/parts-of';
import { readAll } from '../../runtime/store/read-all';
import { mostPerQuery, type Store } from '../../runtime/store/store';

/** Who might be told, and behind whom others come; who of them is decided one by one. */
export type Candidates = { personIds: string[]; next: string | null };

const householdsAtOnce = 50;
/** Of everybody with a ticket. */
const pageSize = 50;

const idsOf = (people: readonly Person[]) => people.map(({ personId }) => personId);

/** Those of households who let the template through; nobody else is read. */
async function inHouseholds(store: Store, householdIds: readonly string[], template: TemplateName) {
  const found: string[] = [];
  for (const householdId of partsOf(householdIds, householdsAtOnce)) {
    const where = { householdId, 'tickets.template': template };
    found.push(...idsOf(await store.query<Person>('persons', { where, limit: mostPerQuery })));
  }
  return found;
}

/** Whom a key of a task names: one person, or who holds the role there. */
async function byKey(store: Store, key: string): Promise<string[]> {
  const { place, personId } = placeOfKey(key);
  if (personId) return [personId];
  const role = roleOfKey(key);
  if (role === 'household') return [];
  const where = { 'roles.role': role, 'roles.place': place };
  const people = await readAll<Person>(store, 'persons', where, 'personId');
  return idsOf(people.filter(({ tickets = [] }) => tickets.length > 0));
}

async function waitedFor(store: Store, taskId: string): Promise<string[]> {
  const task = await store.get<Task>('tasks', taskId);
  const found: string[] = [];
  for (const key of task?.waitsFor ?? []) found.push(...(await byKey(store, key)));
  return found;
}

async function everybody(store: Store, { reached }: Message): Promise<Candidates> {
  const people = await store.query<Person>('persons', {
    where: { 'tickets.template': templateOf.lapsing },
    order: { field: 'personId', direction: 'asc' },
    ...(reached !== null && { after: reached }),
    limit: pageSize,
  });
  const last = people.length === pageSize ? people.at(-1) : undefined;
  return { personIds: idsOf(people), next: last?.personId ?? null };
}

async function householdsOf(store: Store, { kind, subjectId }: Message): Promise<string[]> {
  const ofItself = kind === 'posted' || kind === 'helped' || kind === 'household-told';
  if (ofItself) return [subjectId];
  if (kind === 'on-notice') {
    const notice = await store.get<Notice>('notices', subjectId);
    return [...new Set(notice && linesOf(notice).lines.map(({ householdId }) => householdId))];
  }
  if (kind === 'to-sign') {
    const event = await store.get<LifeEvent>('life-events', subjectId);
    return event ? [event.householdId] : [];
  }
  if (kind === 'household-changed') {
    const event = await store.get<LifeEvent>('life-events', subjectId);
    return event?.householdIds ?? [];
  }
  if (kind !== 'refused' && kind !== 'objection-answered') return [];
  const record = await store.get<DeedRecord>('records', subjectId);
  return record ? [record.householdId] : [];
}

/** Everybody a message may be for. */
export async function findCandidates(store: Store, message: Message): Promise<Candidates> {
  const { kind, subjectId, personId } = message;
  if (kind === 'lapsing') return everybody(store, message);
  const found =
    kind === 'to-do'
      ? await waitedFor(store, subjectId)
      : await inHouseholds(store, await householdsOf(store, message), templateOf[kind]);
  const named = personId ? [personId] : [];
  return { personIds: [...new Set([...named, ...found])], next: null };
}
