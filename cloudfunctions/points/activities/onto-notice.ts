import type { openActivityNotice } from '../../../src/contracts/activities';
import type { InputOf, ValueOf } from '../../../src/contracts/contract';
import { commonRefusals } from '../../../src/contracts/refusals';
import { assert, Refusal, refuse } from '../../../src/domain/kernel/refusal';
import { decideMoreOnNotice } from '../../../src/domain/records/activity-notice';
import { timerMover } from '../../../src/domain/records/move-record';
import type { DeedRecord, Notice } from '../../../src/domain/records/types';
import type { RunContext } from '../../runtime/define-action';
import { partsOf } from '../../runtime/parts-of';
import { findsItself, mostPerQuery, StoreBusy, type Transaction } from '../../runtime/store/store';
import { loadRecord } from '../load';
import { saveRecord } from '../save-record';
import { loadActivity } from './load-activity';

type Context = RunContext<InputOf<typeof openActivityNotice>>;
type Opened = ValueOf<typeof openActivityNotice>;
type Left = Opened['left'][number];

/** As many as a transaction can well read and write, the notice that grows among them. */
const recordsAtOnce = 12;

/** @throws Refusal where another command lies there under the id */
function mustBeOfThis(notice: Notice | null, context: Context, ids: ReadonlySet<string>): void {
  if (!notice) return;
  const { personId } = context.caller;
  const isIts =
    notice.openedBy === personId && notice.lines.every((line) => ids.has(line.recordId));
  if (!isIts) refuse('command-reused', commonRefusals['command-reused']);
}

/** Those that have not come onto it yet, each by its own row; which may not is left, and said. */
async function putOn(context: Context, tx: Transaction, some: readonly DeedRecord[]) {
  const { commandId: noticeId, caller, nowMs } = context;
  const mover = { ...timerMover, personId: caller.personId ?? '' };
  const left: Left[] = [];
  const before = await tx.get<Notice>('notices', noticeId);
  let notice: Notice | null = before;
  for (const { recordId } of some) {
    const record = await loadRecord(tx, recordId);
    if (record.noticeId === noticeId) continue;
    try {
      const { villageId } = record;
      const next = decideMoreOnNotice(notice, [record], { noticeId, villageId, mover, nowMs });
      for (const each of next.records) await saveRecord({ ...context, tx }, each, null);
      notice = next.notice;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      left.push({ recordId, code: error.code, message: error.message });
    }
  }
  if (notice && notice !== before) tx.set('notices', noticeId, notice);
  return left;
}

/**
 * All households of an activity that passed the review, on one notice, a few with each transaction.
 * @returns those that could not go on it, and why
 * @throws Refusal `activity-not-found`, `wrong-state`
 * @throws StoreBusy where the call's time is over: the same command goes on
 */
export async function putOnNotice(context: Context): Promise<Opened> {
  const { store, commandId: noticeId, input, hasTime } = context;
  const { activityId } = await loadActivity(store, input.activityId);
  const of = { where: { activityId }, limit: mostPerQuery };
  const records = await store.query<DeedRecord>('records', of);
  const ids = new Set(records.map(({ recordId }) => recordId));
  mustBeOfThis(await store.get<Notice>('notices', noticeId), context, ids);
  const ready = records.filter(
    (record) => record.state === 'waiting-notice' || record.noticeId === noticeId,
  );
  const left: Left[] = [];
  for (const some of partsOf(ready, recordsAtOnce)) {
    if (!hasTime()) throw new StoreBusy('out of time', false, true);
    left.push(...(await store.transact((tx) => putOn(context, tx, some), findsItself)));
  }
  if (left.length === ready.length) {
    const [first] = left;
    refuse('wrong-state', first?.message ?? '这件事现在没有哪一户可以公示。请刷新看看最新情况。');
  }
  const notice = await store.get<Notice>('notices', noticeId);
  assert(notice, 'what was put on a notice stands on it');
  return { noticeId, closesAtMs: notice.closesAtMs, count: notice.lines.length, left };
}
