import { maySettle } from '../../src/domain/ledger/posting';
import { decidePosting, idleRun, isThrough } from '../../src/domain/ledger/posting-decision';
import type { DecidedRecord, PostingDecision, PostingRun } from '../../src/domain/ledger/types';
import { linesOf } from '../../src/domain/records/notice';
import type { DeedRecord, Notice } from '../../src/domain/records/types';
import { readByIds } from '../runtime/store/read-by-ids';
import { findsItself, type Store } from '../runtime/store/store';
import { loadBackedPointsLeft } from './load-backing';

const waitingPerRun = 200;

/** A decision of a village, and the how manyth it is. */
export type Decided = { villageId: string; number: number; decision: PostingDecision };

async function recordsById(store: Store, ids: readonly string[]): Promise<Map<string, DeedRecord>> {
  const found = await readByIds<DeedRecord>(store, 'records', ids);
  return new Map(found.map((record) => [record.recordId, record]));
}

/** In the order of their lines. */
async function loadFresh(store: Store, notices: readonly Notice[]): Promise<DeedRecord[]> {
  const lines = notices.flatMap((notice) => linesOf(notice).lines);
  const standing = lines.filter(({ outcome }) => outcome === 'standing');
  const ids = standing.map(({ recordId }) => recordId);
  const found = await recordsById(store, ids);
  return ids.flatMap((recordId) => found.get(recordId) ?? []);
}

/** Those whose spendable points wait, in the order in which their honour points posted. */
async function loadWaiting(store: Store, villageId: string): Promise<DeedRecord[]> {
  const waiting = await store.query<DeedRecord>('records', {
    where: { villageId, spendableState: 'waiting' },
    order: { field: 'postedAtMs', direction: 'asc' },
    limit: waitingPerRun,
  });
  const key = (record: DeedRecord) => `${record.postedAtMs} ${record.recordId}`;
  return waiting.sort((left, right) => (key(left) < key(right) ? -1 : 1));
}

/** Those of them with which something is left to do, beside what was decided of each. */
async function notThrough(store: Store, decided: readonly DecidedRecord[]) {
  const ids = decided.map(({ recordId }) => recordId);
  const found = await recordsById(store, ids);
  return decided.flatMap((each) => {
    const record = found.get(each.recordId);
    return record && !isThrough(record, each) ? [{ record, each }] : [];
  });
}

async function decide(
  store: Store,
  run: PostingRun,
  { notices, nowMs }: { notices: readonly Notice[]; nowMs: number },
): Promise<PostingDecision> {
  const { villageId } = run;
  const owed = (await notThrough(store, run.owed)).map(({ record }) => record);
  const fresh = (await loadFresh(store, notices)).filter((each) => maySettle(each, nowMs));
  const found = await loadWaiting(store, villageId);
  // What may be taken back holds nobody up, and has its turn should it stand.
  const waiting = found.filter(({ state }) => state === 'posted');
  const spends = owed.length + waiting.length > 0 || fresh.some(({ spendable }) => spendable > 0);
  const pointsLeft = spends ? await loadBackedPointsLeft(store, villageId) : 0;
  const moreWait = found.length === waitingPerRun;
  const noticeIds = notices.map(({ noticeId }) => noticeId);
  const decision = decidePosting({ owed, waiting, moreWait, fresh, noticeIds, pointsLeft });
  return { ...decision, waits: decision.waits || found.length > waiting.length };
}

/**
 * The decision of a village that is being carried out, or a new one, written before anything of it
 * is posted. It is made from what stood after the one before had ended, or not at all.
 * @returns null where there is nothing to post
 */
export async function takeUpDecision(
  store: Store,
  villageId: string,
  looked: { notices: readonly Notice[]; nowMs: number },
): Promise<(Decided & { isNew: boolean }) | null> {
  const { nowMs } = looked;
  const seen = (await store.get<PostingRun>('posting-runs', villageId)) ?? idleRun(villageId);
  if (seen.decision) {
    // However often a long one is cut off, each call begins where the one before it came to.
    const records = (await notThrough(store, seen.decision.records)).map(({ each }) => each);
    const decision = { ...seen.decision, records };
    return { villageId, number: seen.decisions, decision, isNew: false };
  }
  const decision = await decide(store, seen, looked);
  const isNothing = decision.records.length + decision.noticeIds.length === 0;
  const number = seen.decisions + 1;
  const isWritten = await store.transact(async (tx) => {
    const run = (await tx.get<PostingRun>('posting-runs', villageId)) ?? idleRun(villageId);
    if (run.decisions !== seen.decisions || run.decision) return false;
    const { waits } = decision;
    const next = isNothing
      ? { decision: null, waiting: waits, owed: [] }
      : // Until it has ended something may wait: a run that is cut off is looked at again.
        { decision, decisions: number, waiting: true };
    tx.set('posting-runs', villageId, { ...run, ...next, ranAtMs: nowMs });
    return true;
  }, findsItself);
  if (!isWritten) return takeUpDecision(store, villageId, looked);
  return isNothing ? null : { villageId, number, decision, isNew: true };
}

/** It is through: what it backed and could not post stays backed. Ended by another, it stays so. */
export async function endDecision(
  store: Store,
  { villageId, number, decision }: Decided,
  { failed, isClean }: { failed: ReadonlySet<string>; isClean: boolean },
): Promise<void> {
  const owed = decision.records.filter(({ recordId, backed }) => backed && failed.has(recordId));
  await store.transact(async (tx) => {
    const run = await tx.get<PostingRun>('posting-runs', villageId);
    if (run?.decisions !== number || !run.decision) return;
    const waiting = decision.waits || !isClean;
    tx.set('posting-runs', villageId, { ...run, decision: null, owed, waiting });
  }, findsItself);
}
