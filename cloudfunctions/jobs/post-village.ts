import { saysTheSame } from '../../src/domain/kernel/same';
import type { DecidedRecord } from '../../src/domain/ledger/types';
import { linesOf, withOutcome, withStateFromLines } from '../../src/domain/records/notice';
import type { DeedRecord, Notice } from '../../src/domain/records/types';
import { eachForItself } from '../runtime/in-parallel';
import type { Store } from '../runtime/store/store';
import { byHousehold, type HouseholdWork, type Posting, postHousehold } from './post-household';
import { type Decided, endDecision, takeUpDecision } from './posting-decision';

/** Bounds one call: about 300 records of a village, well within a function's 20 seconds. */
const noticesPerRun = 10;
const householdsAtOnce = 4;

export type VillageWork = { villageId: string; notices: Notice[] };

/**
 * A notice is closed when every line has ended; one that was objected to keeps it open.
 * @param posted by this run; what one that was cut off posted is looked up
 * @throws Error where lines are torn, after all the others are done: the run says so
 */
async function finishNotice(
  store: Store,
  noticeId: string,
  posted: ReadonlySet<string>,
): Promise<void> {
  const torn = await store.transact(async (tx) => {
    const before = await tx.get<Notice>('notices', noticeId);
    if (!before) return 0;
    let notice: Notice = before;
    for (const { recordId, outcome } of linesOf(before).lines) {
      if (outcome !== 'standing') continue;
      const record = posted.has(recordId) ? null : await tx.get<DeedRecord>('records', recordId);
      // It may have been taken back since.
      if (posted.has(recordId) || record?.postedAtMs)
        notice = { ...notice, ...withOutcome(notice, recordId, 'posted') };
    }
    const after = withStateFromLines(notice);
    // Another one that carries it out may have finished it.
    if (!saysTheSame(after, before)) tx.set('notices', noticeId, after);
    return linesOf(before).torn;
  });
  if (torn > 0) throw new Error('a notice has lines nobody can read');
}

/**
 * Posts what was decided, whoever decided it, as far as the call's time goes. A household that
 * cannot be posted keeps nobody else waiting; its records stay due, so the next run tries them
 * again.
 */
async function carryOut(posting: Posting, { decision }: Decided) {
  const { store, hasTime } = posting;
  const posted = new Set<string>();
  const failed = new Set<string>();
  const errors: unknown[] = [];
  let notBegun = 0;
  const postOne = async (work: HouseholdWork) => {
    // Until it is known what came of them.
    for (const { recordId } of work.records) failed.add(recordId);
    const done = await postHousehold(posting, work);
    for (const { recordId } of work.records) failed.delete(recordId);
    for (const id of done.posted) posted.add(id);
    for (const id of done.failed) failed.add(id);
    errors.push(...done.errors);
  };
  const post = async (records: readonly DecidedRecord[]) => {
    const works = byHousehold(records);
    const { errors: thrown, left } = await eachForItself(works, householdsAtOnce, postOne, hasTime);
    errors.push(...thrown);
    notBegun += left;
  };
  const ofNotice = (id: string | null) => decision.records.filter((each) => each.noticeId === id);
  await post(ofNotice(null));
  for (const noticeId of decision.noticeIds) {
    await post(ofNotice(noticeId));
    const finished = finishNotice(store, noticeId, posted);
    await finished.catch((error: unknown) => errors.push(error));
  }
  return { posted: posted.size, failed, errors, notBegun };
}

/**
 * One posting run of a village. It can be cut off anywhere: what is posted is posted, and the next
 * run goes on with the same decision. Two at once carry out the same, each record once.
 * @returns records posted, notices and households left for a later call, what could not be posted
 */
export async function postVillage(
  posting: Posting,
  { villageId, notices }: VillageWork,
): Promise<{ done: number; left: number; errors: unknown[] }> {
  const { store, nowMs, hasTime } = posting;
  const total = { done: 0, errors: [] as unknown[] };
  let behind = notices;
  for (;;) {
    const looked = { notices: behind.slice(0, noticesPerRun), nowMs };
    const decided = await takeUpDecision(store, villageId, looked);
    if (!decided) return { ...total, left: behind.length - looked.notices.length };
    const { posted, failed, errors, notBegun } = await carryOut(posting, decided);
    total.done += posted;
    total.errors.push(...errors);
    const { noticeIds } = decided.decision;
    behind = behind.filter(({ noticeId }) => !noticeIds.includes(noticeId));
    const left = behind.length + notBegun;
    // What is left of a decision is carried out before another one is made.
    if (notBegun > 0) return { ...total, left };
    await endDecision(store, decided, { failed, isClean: errors.length === 0 });
    const stuck = posted === 0 && errors.length > 0;
    // Where nothing of them could be posted, those behind must not wait for them for ever.
    if (!hasTime() || (decided.isNew && (!stuck || behind.length === 0))) {
      return { ...total, left };
    }
  }
}
