import { clockTime, dayOf } from '../kernel/time';
import { nextLapse } from '../ledger/ledger';
import type { Account } from '../ledger/types';
import type { EntryRequestState } from '../people/entry/types';
import type { LifeEvent, LifeEventState } from '../people/life/types';
import { holdsRole } from '../people/roles';
import type { JoinRequest, Person } from '../people/types';
import { linesOf } from '../records/notice';
import type { DeedRecord, Notice, RecordState } from '../records/types';
import { householdKey, keysOf, notKeysOf, placeOfKey } from '../tasks/keys';
import { queues } from '../tasks/queues';
import type { Task } from '../tasks/types';
import type { Values } from './templates';
import type { Message, MessageKind, TemplateName } from './types';

/** What one person is told: which words, and the page that a tap on it opens. */
export type Letter = { values: Values; page: string; forAdultsOnly: boolean };

type Reader = Pick<Person, 'personId' | 'householdId' | 'roles'>;

/** One template serves what is told alike. */
export const templateOf: Readonly<Record<MessageKind, TemplateName>> = {
  'to-do': 'to-do',
  'on-notice': 'on-notice',
  posted: 'posted',
  refused: 'result',
  'objection-answered': 'result',
  reversed: 'result',
  'join-answered': 'result',
  'household-changed': 'result',
  'entry-answered': 'result',
  helped: 'result',
  'household-told': 'result',
  'to-sign': 'result',
  lapsing: 'lapsing',
};

const pointsPage = 'pages/points/index';
const withoutSlash = (page: string) => page.replace(/^\//, '');
const recordPage = (recordId: string) => `packages/record/detail/index?recordId=${recordId}`;

/** `2026年12月5日`, as WeChat wants dates. */
function dateInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

type Deed = Pick<DeedRecord, 'itemName' | 'householdHidden'>;

/** The one it is about, or how many: of what is about somebody's health not even which. */
function deedsInWords(deeds: readonly Deed[]): string {
  const [first] = deeds;
  const name = !first || first.householdHidden ? '一条积分记录' : first.itemName;
  const many = `等${deeds.length}件`;
  return deeds.length > 1 ? `${[...name].slice(0, 20 - many.length).join('')}${many}` : name;
}

const sumOf = (deeds: readonly { points: number }[]) =>
  String(deeds.reduce((sum, { points }) => sum + points, 0));

/**
 * What waits for somebody: for those who hold the role now, but for whom the task leaves out. What
 * waits for a household comes of its own move: it needs no message.
 */
export function toDoLetter(task: Task, message: Message, reader: Reader): Letter | null {
  const keys = keysOf({ ...reader, householdId: null });
  const key = task.waitsFor.find((each) => keys.includes(each));
  const isLeftOut = notKeysOf(reader).some((each) => task.not.includes(each));
  // It waits anew, or for something else: that move has a message of its own.
  const isOfThisMove = task.sinceMs === message.atMs && task.step === message.state;
  if (!key || isLeftOut || !isOfThisMove) return null;
  const queue = Object.values(queues).find(
    ({ steps, keysOf: keysIn }) => steps.includes(task.step) && keysIn(reader).includes(key),
  );
  const { place } = placeOfKey(key);
  const where = reader.roles.find((held) => held.place === place)?.placeName ?? '';
  const what = queue?.doing ?? queue?.title ?? '有事要办';
  const page = queue?.doneThere ? queue.page : task.page;
  const values = { what, where, day: dateInWords(task.dueDay) };
  return { values, page: withoutSlash(page), forAdultsOnly: false };
}

/** A household's own lines of a notice, in one message. */
export function noticeLetter(notice: Notice, { householdId }: Reader): Letter | null {
  const lines = linesOf(notice).lines.filter((line) => line.householdId === householdId);
  const [first] = lines;
  if (!first) return null;
  const day = dateInWords(dayOf(notice.closesAtMs - 1));
  const values = { what: deedsInWords(lines), points: sumOf(lines), day };
  const page = lines.length === 1 ? recordPage(first.recordId) : 'pages/board/index';
  return { values, page, forAdultsOnly: true };
}

export function postedLetter(
  records: readonly DeedRecord[],
  { subjectId, atMs }: Message,
  { householdId }: Reader,
): Letter | null {
  if (householdId !== subjectId || records.length === 0) return null;
  const day = dateInWords(dayOf(atMs));
  const values = { what: deedsInWords(records), points: sumOf(records), day };
  return { values, page: pointsPage, forAdultsOnly: true };
}

/** How a move came out, in words of at most five letters: WeChat takes no more. */
const outcomes: Readonly<Record<string, string>> = {
  'refused-at-check': '没有通过',
  'refused-at-cosign': '没有通过',
  'refused-at-review': '没有通过',
  'on-notice': '维持公示',
  'objection-upheld': '异议成立',
  reversed: '已经更正',
  joined: '已经加入',
  refused: '没有通过',
  done: '已经办好',
  entered: '已经登记',
  closed: '没有通过',
} satisfies Partial<
  Record<RecordState | JoinRequest['state'] | LifeEventState | EntryRequestState, string>
>;

/**
 * To the household; to whoever objected, as long as they live in the village; to the cadre who
 * recorded it, as long as they are one.
 */
export function resultLetter(record: DeedRecord, message: Message, reader: Reader): Letter | null {
  const { villageId, householdId, recordId } = record;
  const role = message.kind === 'objection-answered' ? 'resident' : 'cadre';
  const isNamed = message.personId === reader.personId && holdsRole(reader.roles, role, villageId);
  const ofTheHousehold = reader.householdId === householdId;
  if (!isNamed && !ofTheHousehold) return null;
  const state = outcomes[message.state ?? ''] ?? '';
  const day = dateInWords(dayOf(message.atMs));
  const values = { what: deedsInWords([record]), state, day };
  return { values, page: recordPage(recordId), forAdultsOnly: !isNamed };
}

/** To whoever asked, for themselves. */
export function joinLetter(message: Message, reader: Reader): Letter | null {
  if (message.personId !== reader.personId) return null;
  const state = outcomes[message.state ?? ''] ?? '';
  const what = message.kind === 'entry-answered' ? '登记进户册的申请' : '加入本村的申请';
  const values = { what, state, day: dateInWords(dayOf(message.atMs)) };
  return { values, page: 'pages/me/index', forAdultsOnly: false };
}

/** To the adults of each household that it touched: without a word of what it was. */
export function changeLetter(event: LifeEvent, message: Message, reader: Reader): Letter | null {
  const { householdId } = reader;
  if (!householdId || !event.householdIds.includes(householdId)) return null;
  const state = outcomes[message.state ?? ''] ?? '';
  const values = { what: '您家户册上的变动', state, day: dateInWords(dayOf(message.atMs)) };
  return { values, page: 'packages/life/list/index', forAdultsOnly: true };
}

/** To whoever of a household has yet to sign how its points are divided, and by when. */
export function signingLetter(task: Task, reader: Reader): Letter | null {
  const { householdId } = reader;
  const isTheirs = householdId !== null && task.waitsFor.includes(householdKey(householdId));
  if (!isTheirs || notKeysOf(reader).some((each) => task.not.includes(each))) return null;
  const values = { what: '您家分户怎么分积分', state: '等您签字', day: dateInWords(task.dueDay) };
  return { values, page: withoutSlash(task.page), forAdultsOnly: false };
}

/** Somebody acts for the household: whoever of it has a phone hears while it can be stopped. */
export function helpedLetter({ subjectId, atMs }: Message, { householdId }: Reader): Letter | null {
  if (householdId !== subjectId) return null;
  const what = `${clockTime(atMs)}有人替您家代办`;
  const values = { what, state: '已经开始', day: dateInWords(dayOf(atMs)) };
  return { values, page: 'packages/people/card/index', forAdultsOnly: true };
}

/** What a household is told of who joined it, by where it led; at most five letters a state. */
const linkWords: Readonly<Record<string, { what: string; state: string }>> = {
  linked: { what: '有人加入了您家', state: '请看一看' },
  stays: { what: '您家提的异议查清了', state: '维持不变' },
  ended: { what: '查清了,不是您家的人', state: '已经解除' },
};

/** To the others of the household. */
export function linkLetter(message: Message, reader: Reader): Letter | null {
  const words = linkWords[message.state ?? ''];
  if (!words || message.subjectId !== reader.householdId) return null;
  if (message.personId === reader.personId) return null;
  const values = { ...words, day: dateInWords(dayOf(message.atMs)) };
  return { values, page: 'packages/people/household/index', forAdultsOnly: true };
}

/** What a household still has to use by a last day. */
export function lapsingLetter(
  account: Account,
  { subjectId: lastDay }: Message,
  nowMs: number,
): Letter | null {
  const next = nextLapse(account, nowMs);
  if (!next || next.day > lastDay) return null;
  const points = account.lots
    .filter((lot) => lot.free > 0 && lot.lastDay <= lastDay && lot.lastDay >= next.day)
    .reduce((sum, lot) => sum + lot.free, 0);
  const values = {
    points: String(points),
    day: dateInWords(lastDay),
    what: '可以到积分超市换东西',
  };
  return { values, page: pointsPage, forAdultsOnly: true };
}
