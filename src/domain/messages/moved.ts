import { dayMs, daysBetween, endOfDayMs, startOfDayMs, yearOf } from '../kernel/time';
import { entryRequestWorkflow } from '../people/entry/entry-request-workflow';
import type { EntryRequest } from '../people/entry/types';
import { joinWorkflow } from '../people/join-workflow';
import { lifeWorkflow } from '../people/life/life-workflow';
import { needsSignatures } from '../people/life/signing';
import type { LifeEvent } from '../people/life/types';
import { linkWorkflow } from '../people/links/link-workflow';
import type { Link } from '../people/links/types';
import { retentionDays } from '../people/retention';
import type { HouseholdProxy, JoinRequest } from '../people/types';
import { recordWorkflow } from '../records/record-workflow';
import type { DeedRecord } from '../records/types';
import type { Task } from '../tasks/types';
import type { Message, MessageKind } from './types';

type About = Pick<Message, 'messageId' | 'kind' | 'subjectId' | 'atMs'> & Partial<Message>;

function messageOf(about: About): Message {
  return {
    ...{ townId: 'town', recordIds: [], personId: null, state: null },
    ...{ dueAtMs: about.atMs, tries: 0, told: [], reached: null },
    ...about,
  };
}

/** When nobody is told of it any more. */
export function goneAtMs({ atMs }: Pick<Message, 'atMs'>): number {
  return atMs + retentionDays.message * dayMs;
}

type Telling = { action: string; tells?: Partial<Record<string, MessageKind>> };

const toldBy = (table: readonly Telling[], action: string | undefined, state: string) =>
  table.find((row) => row.action === action && row.tells?.[state])?.tells?.[state];

/** What waits for somebody now. */
function toDo(messageId: string, { taskId, step, sinceMs }: Task): Message {
  return messageOf({ messageId, kind: 'to-do', subjectId: taskId, state: step, atMs: sinceMs });
}

/** A vote lets the others of the panel wait as they did. */
const isAVoteAmongOthers = ({ state, steps }: DeedRecord) =>
  state === 'waiting-review' && steps.at(-1)?.action === 'review-record';

/** What waits of one deed of many is told once, however many households' records wait. */
const toDoId = ({ activityId }: DeedRecord, ofItsOwn: string, { step }: Task) =>
  activityId === undefined ? ofItsOwn : `activity.${activityId}.${step}`;

/** Whoever should hear of it beside the household: who objected, else the cadre who recorded it. */
function besides(record: DeedRecord, kind: MessageKind): string | null {
  if (kind === 'objection-answered') return record.objectorId;
  return record.byCadre ? record.recorderId : null;
}

/**
 * What the move that led a record here tells, if anything. Of a notice that several records open it
 * is one message, the same from each.
 * @param task whom it waits for now
 */
export function recordMessage(record: DeedRecord, task: Task | null): Message | null {
  const { recordId, state, steps, noticeId, recordedAtMs } = record;
  const last = steps.at(-1);
  const atMs = last?.atMs ?? recordedAtMs;
  const messageId = `record.${recordId}.${steps.length}`;
  const kind = toldBy(recordWorkflow, last?.action, state);
  if (kind === 'on-notice' && noticeId) {
    return messageOf({ messageId: `notice.${noticeId}`, kind, subjectId: noticeId, atMs });
  }
  if (kind) {
    const personId = besides(record, kind);
    return messageOf({ messageId, kind, subjectId: recordId, atMs, state, personId });
  }
  return task && !isAVoteAmongOthers(record) ? toDo(toDoId(record, messageId, task), task) : null;
}

/** What was posted to a household at once, by the entry that its account has come to. */
export function postedMessage(
  { householdId, sequence }: { householdId: string; sequence: number },
  recordIds: string[],
  atMs: number,
): Message {
  const messageId = `posted.${householdId}.${sequence}`;
  return messageOf({ messageId, kind: 'posted', subjectId: householdId, recordIds, atMs });
}

/** Asked, asked anew, handed on to the town or answered. */
export function joinMessage(request: JoinRequest, task: Task | null): Message | null {
  const { joinRequestId, personId, state, askedAtMs, agreed, withOffice, answeredAtMs } = request;
  const atMs = answeredAtMs ?? agreed?.atMs ?? askedAtMs;
  const messageId = `join.${joinRequestId}.${withOffice ? 'town' : 'village'}.${atMs}`;
  if (task) return toDo(messageId, task);
  const kind = toldBy(joinWorkflow, 'answer-join', state);
  // Whoever proved it by telephone meanwhile knows it.
  if (!kind || !request.answeredBy) return null;
  return messageOf({ messageId, kind, subjectId: joinRequestId, atMs, state, personId });
}

/** Asked to be entered, passed on, or answered. */
export function entryRequestMessage(request: EntryRequest, task: Task | null): Message | null {
  const { entryRequestId, personId, state, movedAtMs } = request;
  const messageId = `entry-request.${entryRequestId}.${movedAtMs}`;
  if (task) return toDo(messageId, task);
  const kind = toldBy(entryRequestWorkflow, 'answer-entry-request', state);
  const about = { messageId, subjectId: entryRequestId, atMs: movedAtMs, state, personId };
  return kind ? messageOf({ ...about, kind }) : null;
}

/** Somebody joined: the others of the household are told. */
export function linkedMessage({ linkId, householdId, personId, linkedAtMs }: Link): Message {
  const about = { messageId: `link.${linkId}.${linkedAtMs}`, atMs: linkedAtMs, personId };
  return messageOf({ ...about, kind: 'household-told', subjectId: householdId, state: 'linked' });
}

/** Objected to, cut or settled. */
export function linkMessage(link: Link, task: Task | null): Message | null {
  const { linkId, householdId, personId, state, movedAtMs } = link;
  const messageId = `link.${linkId}.${movedAtMs}`;
  if (task) return toDo(messageId, task);
  const kind = toldBy(linkWorkflow, 'settle-link', state);
  const about = { messageId, subjectId: householdId, atMs: movedAtMs, state, personId };
  return kind ? messageOf({ ...about, kind }) : null;
}

/** What waits for somebody anew: a stopped household, an act that one of two entered. */
export function waitingMessage(task: Task | null): Message | null {
  return task && toDo(`${task.taskId}.${task.sinceMs}`, task);
}

/** An event that waits for the second person, or what happened to a household. */
export function lifeMessage(event: LifeEvent, task: Task | null): Message | null {
  const { lifeEventId, state, settled } = event;
  const kind = toldBy(lifeWorkflow, 'answer-life-event', state);
  if (!kind || !settled) return waitingMessage(task);
  const messageId = `life.${lifeEventId}`;
  return messageOf({ messageId, kind, subjectId: lifeEventId, atMs: settled.atMs, state });
}

/** Entered with a division that waits for signatures: the household is told once. */
export function signingMessage(event: LifeEvent): Message | null {
  const { lifeEventId, state, proposed, signed } = event;
  if (state !== 'proposed' || signed || !needsSignatures(event)) return null;
  const about = { messageId: `signing.${lifeEventId}`, subjectId: lifeEventId, state };
  return messageOf({ ...about, kind: 'to-sign', atMs: proposed.atMs });
}

/** Somebody begins to act for a household. */
export function helpedMessage({ proxyId, householdId, beganAtMs }: HouseholdProxy): Message | null {
  if (beganAtMs === null) return null;
  const messageId = `helped.${proxyId}`;
  return messageOf({ messageId, kind: 'helped', subjectId: householdId, atMs: beganAtMs });
}

/** A new order waits for the shop; what becomes of it they see who stand at the counter. */
export function orderMessage(task: Task | null): Message | null {
  return task && toDo(`order.${task.subjectId}`, task);
}

/** Days before the last day on which whoever has points left is told. */
const daysAhead = [30, 7];

/**
 * Points lapse at the end of a year: 30 and 7 days before, one message of the whole town. It stays
 * until the year is over, so that it is written once.
 * @param today of +08:00
 */
export function lapsingMessage(today: string): Message | null {
  const lastDay = `${yearOf(today)}-12-31`;
  const days = daysBetween(today, lastDay);
  const ahead = daysAhead.filter((each) => days <= each && days > 0).at(-1);
  if (ahead === undefined) return null;
  return messageOf({
    ...{ messageId: `lapsing.${lastDay}.${ahead}`, kind: 'lapsing', subjectId: lastDay },
    ...{ atMs: endOfDayMs(lastDay), dueAtMs: startOfDayMs(today) },
  });
}
