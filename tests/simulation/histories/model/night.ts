import { dayOf } from './days';
import type { AtRest, CommitView, JobRule } from './job-rule';
import { inTerm } from './rule';
import type { Model, ModelRecord } from './state';
import type { ModelEntry } from './state-of-people';

const dayMs = 86_400_000;
/** How many days each thing about a person is kept. */
const kept = {
  evidence: 180,
  answered: 30,
  unanswered: 90,
  guesses: 1,
  file: 1,
  cutOff: 7,
  event: 90,
  code: 30,
};

const before = (atMs: number, days: number) => atMs - days * dayMs;

const hasOutlived = ({ recordedAtMs }: ModelRecord, atMs: number) =>
  recordedAtMs < before(atMs, kept.evidence);

type StoredRecord = { recordId: string; photos: string[] };

/** Photos go when they have outlived their purpose, or with those who gave them. */
function forgetPhotos(model: Model, commit: CommitView, atMs: number): string[] {
  const erased = [...model.erasures.values()];
  return (commit.documents('records') as unknown as StoredRecord[]).flatMap((stored) => {
    const record = model.records.get(stored.recordId);
    if (!record || stored.photos.length === record.photos) return [];
    const given = erased.some(
      ({ personId, askedAtMs }) =>
        !record.byCadre && personId === record.recorder && record.recordedAtMs <= askedAtMs,
    );
    record.photos = stored.photos.length;
    if (given || hasOutlived(record, atMs)) return [];
    return [`photos of record ${record.recordId} are gone, which was ${record.state}`];
  });
}

type StoredEvent = { lifeEventId: string; state: string };

/** What nobody answers is taken back for whoever entered it. */
function takeBackEvents(model: Model, commit: CommitView, atMs: number): string[] {
  return (commit.documents('life-events') as unknown as StoredEvent[]).flatMap((stored) => {
    const event = model.events.get(stored.lifeEventId);
    if (!event || event.state === stored.state) return [];
    const isOver = event.state === 'proposed' && event.proposedAtMs < before(atMs, kept.event);
    event.state = 'withdrawn';
    return isOver ? [] : [`life event ${stored.lifeEventId} was taken back too early`];
  });
}

const isEntryDue = ({ state, movedAtMs }: ModelEntry, atMs: number) => {
  const isAnswered = ['refused', 'closed'].includes(state);
  return movedAtMs < before(atMs, isAnswered ? kept.answered : kept.unanswered);
};

/** What somebody asked to be entered by, and codes and terms that are over. */
function forgetWhatIsOver(model: Model, commit: CommitView, atMs: number): string[] {
  const problems: string[] = [];
  for (const id of commit.removed('entry-requests')) {
    const entry = model.entries.get(id);
    // Or it goes with somebody whose term was all they had.
    const goesAlone = commit.removed('persons').length === 0;
    if (entry && goesAlone && !isEntryDue(entry, atMs))
      problems.push(`entry request ${id} went too early`);
    model.entries.delete(id);
  }
  for (const id of commit.removed('offices')) {
    const held = model.offices.get(id);
    const isOver = held?.invited && held.untilDay !== null && held.untilDay <= dayOf(atMs);
    if (!isOver) problems.push(`office ${id} ended by night`);
    model.offices.delete(id);
  }
  for (const hash of commit.removed('invitations')) {
    const invitation = model.invitations.get(hash);
    const isDue = invitation && invitation.codeUntilMs < before(atMs, kept.code);
    if (!isDue) problems.push('a code went too early');
    const act = model.acts.get(invitation?.officeActId ?? '');
    if (act?.state === 'invited' && act.invited?.hash === hash) {
      act.state = 'withdrawn';
      act.invited.phone = null;
    }
    model.invitations.delete(hash);
  }
  return problems;
}

const personAt = (model: Model, lookUp: string) =>
  [...model.persons.values()].find((person) => person.lookUp === lookUp);

/** What the night erases: answered requests, and those who only ever asked. */
const follow: JobRule['follow'] = (model, _, commit, atMs) => {
  const problems = [...forgetPhotos(model, commit, atMs), ...takeBackEvents(model, commit, atMs)];
  problems.push(...forgetWhatIsOver(model, commit, atMs));
  for (const id of commit.removed('join-requests')) model.requests.delete(id);
  for (const id of commit.removed('persons')) {
    const person = personAt(model, id);
    const isSomebody = person?.householdId || (inTerm(person ?? null, atMs)?.roles.length ?? 0) > 0;
    if (isSomebody) problems.push(`${id} was forgotten`);
    if (person) model.persons.delete(person.personId);
  }
  for (const stored of commit.documents('persons')) {
    const person = personAt(model, stored._id);
    if (!person) continue;
    const request = model.requests.has(person.request ?? '') ? person.request : null;
    const entry = (stored.entryRequestId as string | undefined) ?? null;
    const isSame = entry === null || entry === person.entry;
    if (!isSame) problems.push(`${stored._id} waits for something else`);
    model.persons.set(person.personId, { ...person, request, entry });
  }
  for (const { _id, state } of commit.documents('erasures')) {
    if (state === 'done') model.erasures.delete(_id);
  }
  return problems;
};

type Dated = { _id: string; state: string; startedAtMs: number; day: string };
type Asked = { _id: string; state: string; askedAtMs: number; answeredAtMs?: number | null };

function isKeptTooLong({ askedAtMs, answeredAtMs }: Asked, atMs: number): boolean {
  const days = answeredAtMs === null ? kept.unanswered : kept.answered;
  return (answeredAtMs ?? askedAtMs) < before(atMs, days);
}

function leaves({ model, find, atMs }: AtRest): string[] {
  const all = <T>(collection: string) => find(collection) as unknown as T[];
  const records = [...model.records.values()];
  const imports = all<Dated>('imports').filter(({ state, startedAtMs }) => {
    const days = state === 'done' ? kept.file : kept.cutOff;
    return state !== 'erased' && startedAtMs < before(atMs, days);
  });
  const guesses = all<Dated>('attempts').filter(
    ({ day }) => day <= dayOf(before(atMs, kept.guesses)),
  );
  return [
    ...[...model.erasures.keys()].map((id) => `erasure ${id} still waits`),
    ...records
      .filter((record) => record.photos > 0 && hasOutlived(record, atMs))
      .map(({ recordId }) => `photos of record ${recordId} are kept too long`),
    ...all<Asked>('join-requests')
      .filter((request) => isKeptTooLong(request, atMs))
      .map(({ _id }) => `join request ${_id} is kept too long`),
    ...[...model.entries]
      .filter(([, entry]) => isEntryDue(entry, atMs))
      .map(([id]) => `entry request ${id} is kept too long`),
    ...[...model.offices]
      .filter(([, { invited, untilDay }]) => invited && (untilDay ?? '9') <= dayOf(atMs))
      .map(([id]) => `office ${id} is held past its term`),
    ...[...model.invitations.values()]
      .filter(({ codeUntilMs }) => codeUntilMs < before(atMs, kept.code))
      .map(({ officeActId }) => `a code of ${officeActId} is kept too long`),
    ...[...model.events]
      .filter(([, { state, proposedAtMs }]) => {
        return state === 'proposed' && proposedAtMs < before(atMs, kept.event);
      })
      .map(([id]) => `life event ${id} waits too long`),
    ...[...imports, ...guesses].map(({ _id }) => `${_id} is kept too long`),
  ];
}

export const eraseExpired: JobRule = {
  writes: [
    'messages',
    'uploads',
    'records',
    'orders',
    'join-requests',
    'life-events',
    'entry-requests',
    'offices',
    'office-acts',
    'invitations',
    'persons',
    'person-places',
    'attempts',
    'imports',
    'erasures',
    'tasks',
  ],
  follow,
  leaves,
};
