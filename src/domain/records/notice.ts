import { assert, refuse } from '../kernel/refusal';
import type { By } from './decide-record';
import { noticeClosesAtMs } from './declare';
import { type Move, moved, mustBeAnAllowedMove } from './move-record';
import { objectsOnce } from './record-needs';
import type { DeedRecord, Notice, NoticeLine, NoticeOutcome } from './types';

export type NoticeMove = { notice: Notice; record: DeedRecord };

function lineOf(record: DeedRecord): NoticeLine {
  return {
    recordId: record.recordId,
    itemName: record.itemName,
    points: record.points,
    spendable: record.spendable,
    day: record.day,
    householdId: record.householdId,
    householdNumber: record.householdNumber,
    householdHidden: record.householdHidden,
    outcome: 'standing',
  };
}

/**
 * A line that nothing was lost of. Notices stay for years and are read by everybody: what one torn
 * line lacks must not keep the others from board and account.
 */
export function isWhole(line: NoticeLine | null): line is NoticeLine {
  if (!namesRecord(line)) return false;
  const { itemName, day, points, spendable, householdId, householdNumber, householdHidden } = line;
  const texts = [itemName, day, householdId, line.outcome];
  const numbers = [points, spendable, householdNumber];
  return (
    texts.every((text) => typeof text === 'string') &&
    numbers.every((number) => Number.isSafeInteger(number)) &&
    typeof householdHidden === 'boolean'
  );
}

const namesRecord = (line: NoticeLine | null): line is NoticeLine =>
  typeof line?.recordId === 'string';

const allOf = ({ lines }: Pick<Notice, 'lines'>): (NoticeLine | null)[] =>
  Array.isArray(lines) ? lines : [null];

/** Lines that say which record they are about, and how many do not. */
export function linesOf(notice: Pick<Notice, 'lines'>): { lines: NoticeLine[]; torn: number } {
  const all = allOf(notice);
  const lines = all.filter(namesRecord);
  return { lines, torn: all.length - lines.length };
}

export function withOutcome(notice: Notice, recordId: string, outcome: NoticeOutcome): Notice {
  if (!Array.isArray(notice.lines)) return notice;
  const lines = notice.lines.map((line) =>
    line?.recordId === recordId ? { ...line, outcome } : line,
  );
  return { ...notice, lines };
}

/**
 * A notice is open as long as some line has not ended, and to post as long as one stands. Of a torn
 * line nobody knows: it stays, and each run says so.
 */
export function withStateFromLines(notice: Notice): Notice {
  const { lines, torn } = linesOf(notice);
  const anyIs = (outcome: NoticeOutcome) => lines.some((line) => line.outcome === outcome);
  const toPost = torn > 0 || anyIs('standing');
  return { ...notice, state: toPost || anyIs('objected') ? 'open' : 'closed', toPost };
}

/**
 * Puts reviewed records of one village on public notice for five days.
 * @throws Refusal `other-village`, `wrong-state`
 */
export function decideOpenNotice(
  records: readonly DeedRecord[],
  command: { noticeId: string; villageId: string } & By,
): { notice: Notice; records: DeedRecord[] } {
  const { noticeId, villageId, mover, nowMs } = command;
  const closesAtMs = noticeClosesAtMs(nowMs);
  const move: Move = { action: 'open-notice', by: 'cadre', mover, nowMs };
  const opened = records.map((record) => {
    if (record.villageId !== villageId) {
      refuse('other-village', '有一条不是本村的记录,不能一起公示。请重新选。');
    }
    mustBeAnAllowedMove(record, move);
    const next = moved(record, move, 'on-notice', null);
    return { ...next, noticeId, noticeOpenedAtMs: nowMs, closesAtMs };
  });
  const notice: Notice = {
    noticeId,
    villageId,
    state: 'open',
    toPost: true,
    openedAtMs: nowMs,
    closesAtMs,
    openedBy: mover.personId,
    lines: opened.map(lineOf),
  };
  return { notice, records: opened };
}

/**
 * Any villager may object while the notice is open, once; nothing is posted until it is answered.
 * @throws Refusal `already-objected`, `wrong-state`, `notice-closed`
 */
export function decideObject(
  record: DeedRecord,
  notice: Notice | null,
  by: By,
  reason: string,
  byProxy?: DeedRecord['objectedByProxy'],
): NoticeMove {
  const move: Move = { ...by, action: 'object-to-record', by: 'villager' };
  // Whoever has objected is told so, however the record stands by now.
  const again = objectsOnce({ record, ...by });
  if (again) refuse(again.code, again.message);
  mustBeAnAllowedMove(record, move);
  assert(notice?.noticeId === record.noticeId, 'an objection stands on the notice of its record');
  const { objectedByProxy: _earlier, ...before } = moved(record, move, 'objected', reason);
  const objected = {
    ...before,
    objectorId: by.mover.personId,
    objectedAtMs: by.nowMs,
    ...(byProxy && { objectedByProxy: byProxy }),
  };
  const lineObjected = withOutcome(notice, record.recordId, 'objected');
  return { record: objected, notice: withStateFromLines(lineObjected) };
}

/**
 * Upheld, the record ends without points; dismissed, it stands on its notice again and posts when
 * that has closed, or with the next run when it has closed meanwhile.
 * @throws Refusal `wrong-state`, the conflicts of interest
 */
export function decideAnswer(
  record: DeedRecord,
  notice: Notice | null,
  by: By,
  answer: { uphold: boolean; reason: string },
): NoticeMove {
  const move: Move = { ...by, action: 'answer-objection', by: 'supervisor' };
  mustBeAnAllowedMove(record, move);
  assert(notice?.noticeId === record.noticeId, 'an objection is answered on its own notice');
  const to = answer.uphold ? 'objection-upheld' : 'on-notice';
  const outcome = answer.uphold ? 'upheld' : 'standing';
  const { uphold: upheld, reason } = answer;
  const answered = { answer: { upheld, reason }, answeredAtMs: by.nowMs };
  return {
    record: { ...moved(record, move, to, reason), ...answered },
    notice: withStateFromLines(withOutcome(notice, record.recordId, outcome)),
  };
}
