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

export function withOutcome(notice: Notice, recordId: string, outcome: NoticeOutcome): Notice {
  const lines = notice.lines.map((line) =>
    line.recordId === recordId ? { ...line, outcome } : line,
  );
  return { ...notice, lines };
}

/** A notice is open as long as some line has not ended, and to post as long as one stands. */
export function withStateFromLines(notice: Notice): Notice {
  const anyIs = (outcome: NoticeOutcome) => notice.lines.some((line) => line.outcome === outcome);
  const toPost = anyIs('standing');
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
  return {
    record: moved(record, move, to, answer.reason),
    notice: withStateFromLines(withOutcome(notice, record.recordId, outcome)),
  };
}
