import { dayOf } from '../../../src/domain/kernel/time';
import type { Account } from '../../../src/domain/ledger/types';
import {
  changeLetter,
  helpedLetter,
  joinLetter,
  type Letter,
  lapsingLetter,
  linkLetter,
  noticeLetter,
  postedLetter,
  resultLetter,
  signingLetter,
  toDoLetter,
} from '../../../src/domain/messages/letters';
import type { Message } from '../../../src/domain/messages/types';
import type { LifeEvent } from '../../../src/domain/people/life/types';
import { isSurelyAdult } from '../../../src/domain/people/roles';
import type { Member, Person } from '../../../src/domain/people/types';
import type { DeedRecord, Notice } from '../../../src/domain/records/types';
import { taskIdOf } from '../../../src/domain/tasks/make-task';
import type { Task } from '../../../src/domain/tasks/types';
import { getKnown } from '../../runtime/store/get-known';
import type { Reader } from '../../runtime/store/store';

type From = Pick<Reader, 'get'>;

async function readRecords(from: From, recordIds: readonly string[]): Promise<DeedRecord[]> {
  const records: DeedRecord[] = [];
  for (const recordId of recordIds) {
    const record = await from.get<DeedRecord>('records', recordId);
    if (record) records.push(record);
  }
  return records;
}

async function letterOf(
  from: From,
  message: Message,
  person: Person,
  nowMs: number,
): Promise<Letter | null> {
  const { kind, subjectId, recordIds } = message;
  switch (kind) {
    case 'to-do': {
      const task = await from.get<Task>('tasks', subjectId);
      return task && toDoLetter(task, message, person);
    }
    case 'on-notice': {
      const notice = await from.get<Notice>('notices', subjectId);
      return notice && noticeLetter(notice, person);
    }
    case 'posted':
      return postedLetter(await readRecords(from, recordIds), message, person);
    case 'refused':
    case 'reversed':
    case 'objection-answered': {
      const record = await from.get<DeedRecord>('records', subjectId);
      return record && resultLetter(record, message, person);
    }
    case 'join-answered':
    case 'entry-answered':
      return joinLetter(message, person);
    case 'household-told':
      return linkLetter(message, person);
    case 'household-changed': {
      const event = await from.get<LifeEvent>('life-events', subjectId);
      return event && changeLetter(event, message, person);
    }
    case 'to-sign': {
      const task = await from.get<Task>('tasks', taskIdOf('signing', subjectId));
      return task && signingLetter(task, person);
    }
    case 'helped':
      return helpedLetter(message, person);
    case 'lapsing': {
      const account = await getKnown<Account>(from, 'accounts', person.householdId);
      return account && lapsingLetter(account, message, nowMs);
    }
  }
}

/** What a person is told of a message, by what is true now; null where it is not for them. */
export async function readLetter(
  from: From,
  message: Message,
  person: Person,
  nowMs: number,
): Promise<Letter | null> {
  const letter = await letterOf(from, message, person, nowMs);
  if (!letter?.forAdultsOnly) return letter;
  const member = await getKnown<Member>(from, 'members', person.memberId);
  return member && isSurelyAdult(member, dayOf(nowMs)) ? letter : null;
}
