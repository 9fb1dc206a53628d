import { passGate } from '../../src/domain/ledger/backing';
import { maySettle } from '../../src/domain/ledger/posting';
import { withOutcome, withStateFromLines } from '../../src/domain/records/notice';
import type { DeedRecord, Notice } from '../../src/domain/records/types';
import { eachForItself, inParallel } from '../runtime/in-parallel';
import type { Store } from '../runtime/store/store';
import { loadBackedPointsLeft } from './load-backing';
import { byHousehold, type HouseholdWork, type Posting, postHousehold } from './post-household';
import { endLease, type Lease, lanes, takeLease } from './posting-lease';

/** Bounds one call: about 300 records of a village, well within a function's 20 seconds. */
const noticesPerRun = 10;
const waitingPerRun = 200;

export type VillageWork = { villageId: string; notices: Notice[] };

async function loadRecords(store: Store, notices: readonly Notice[]): Promise<DeedRecord[]> {
  const ids = notices.flatMap(({ lines }) =>
    lines.filter(({ outcome }) => outcome === 'standing').map(({ recordId }) => recordId),
  );
  const found = new Map<string, DeedRecord>();
  await inParallel(ids, lanes, async (recordId) => {
    const record = await store.get<DeedRecord>('records', recordId);
    if (record) found.set(recordId, record);
  });
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

/**
 * A notice is closed when every line has ended; one that was objected to keeps it open.
 * @param posted by this run; what one that was cut off posted is looked up
 */
async function finishNotice(
  store: Store,
  noticeId: string,
  posted: ReadonlySet<string>,
): Promise<void> {
  await store.transact(async (tx) => {
    let notice = await tx.get<Notice>('notices', noticeId);
    if (!notice) return;
    for (const { recordId, outcome } of notice.lines) {
      if (outcome !== 'standing') continue;
      const record = posted.has(recordId) ? null : await tx.get<DeedRecord>('records', recordId);
      // It may have been taken back since.
      if (posted.has(recordId) || record?.postedAtMs)
        notice = { ...notice, ...withOutcome(notice, recordId, 'posted') };
    }
    tx.set('notices', noticeId, withStateFromLines(notice));
  });
}

/**
 * The posting itself, while the lease is held. A household that cannot be posted keeps nobody else
 * waiting; its records stay due, so the next run tries them again.
 */
async function postUnderLease(posting: Posting, lease: Lease, notices: readonly Notice[]) {
  const { store, nowMs, hasTime } = posting;
  const { villageId } = lease;
  const fresh = (await loadRecords(store, notices)).filter((each) => maySettle(each, nowMs));
  const found = await loadWaiting(store, villageId);
  // What may be taken back holds nobody up, and has its turn should it stand.
  const waiting = found.filter(({ state }) => state === 'posted');
  const spends = waiting.length > 0 || fresh.some(({ spendable }) => spendable > 0);
  const pointsLeft = spends ? await loadBackedPointsLeft(store, villageId) : 0;
  // Others may wait behind those looked at: nobody new passes them, and a run comes again.
  const moreWait = found.length === waitingPerRun;
  const gate = passGate(waiting, moreWait ? [] : fresh, pointsLeft);
  const posted = new Set<string>();
  const errors: unknown[] = [];
  let notBegun = 0;
  const postOne = async (work: HouseholdWork) => {
    const done = await postHousehold(posting, lease, work);
    for (const id of done.posted) posted.add(id);
    errors.push(...done.errors);
  };
  const post = async (records: readonly DeedRecord[]) => {
    const works = byHousehold(records, gate.backed);
    const { errors: failed, left } = await eachForItself(works, lanes, postOne, hasTime);
    errors.push(...failed);
    notBegun += left;
  };
  await post(waiting.filter(({ recordId }) => gate.backed.has(recordId)));
  for (const { noticeId } of notices) {
    await post(fresh.filter((record) => record.noticeId === noticeId));
    const finished = finishNotice(store, noticeId, posted);
    await finished.catch((error: unknown) => errors.push(error));
  }
  const lookedInto = found.length > waiting.length;
  const waits = moreWait || lookedInto || gate.waiting > 0 || errors.length > 0 || notBegun > 0;
  return { posted: posted.size, errors, waits, notBegun };
}

/**
 * One leased posting run of a village. It can be cut off anywhere: what is posted is posted, and
 * the next run goes on with what is not.
 * @returns records posted, notices and households left for a later call, what could not be posted
 */
export async function postVillage(
  posting: Posting,
  { villageId, notices }: VillageWork,
  leaseId: string,
): Promise<{ done: number; left: number; errors: unknown[] }> {
  const { store, nowMs, hasTime } = posting;
  const lease = { villageId, leaseId };
  if (!(await takeLease(store, lease, nowMs))) return { done: 0, left: notices.length, errors: [] };
  let behind = 0;
  const total = { done: 0, errors: [] as unknown[] };
  try {
    for (;;) {
      const now = notices.slice(behind, behind + noticesPerRun);
      behind += now.length;
      const { posted, errors, waits, notBegun } = await postUnderLease(posting, lease, now);
      total.done += posted;
      total.errors.push(...errors);
      const notLookedAt = notices.length - behind;
      const stuck = posted === 0 && errors.length > 0;
      // Where nothing of them could be posted, those behind must not wait for them for ever.
      if (!stuck || notLookedAt === 0 || !hasTime()) {
        await endLease(store, lease, waits || total.errors.length > 0);
        return { ...total, left: notLookedAt + notBegun };
      }
    }
  } catch (error) {
    await endLease(store, lease, true);
    throw error;
  }
}
