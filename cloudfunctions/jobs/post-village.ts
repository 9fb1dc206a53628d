import { passGate } from '../../src/domain/points/backing';
import { withOutcome, withStateFromLines } from '../../src/domain/points/notice';
import { maySettle, spendableOf } from '../../src/domain/points/posting';
import type { DeedRecord, Notice } from '../../src/domain/points/types';
import { eachForItself, inParallel } from '../runtime/in-parallel';
import type { Store } from '../runtime/store/store';
import { loadBackedPointsLeft } from './load-backing';
import { byHousehold, postHousehold } from './post-household';
import { endLease, type Lease, takeLease } from './posting-lease';

/** Bounds one call: about 300 records of a village, well within a function's 20 seconds. */
const noticesPerRun = 10;
const waitingPerRun = 300;
const householdsAtOnce = 4;

export type VillageWork = { villageId: string; notices: Notice[] };

async function loadRecords(store: Store, notices: readonly Notice[]): Promise<DeedRecord[]> {
  const ids = notices.flatMap(({ lines }) =>
    lines.filter(({ outcome }) => outcome === 'standing').map(({ recordId }) => recordId),
  );
  const found = new Map<string, DeedRecord>();
  await inParallel(ids, householdsAtOnce, async (recordId) => {
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

/** A notice is closed when every line has ended; one that was objected to keeps it open. */
async function finishNotice(store: Store, noticeId: string): Promise<void> {
  await store.transact(async (tx) => {
    let notice = await tx.get<Notice>('notices', noticeId);
    if (!notice) return;
    for (const { recordId, outcome } of notice.lines) {
      if (outcome !== 'standing') continue;
      const record = await tx.get<DeedRecord>('records', recordId);
      if (record?.state === 'posted') {
        notice = { ...notice, ...withOutcome(notice, recordId, 'posted') };
      }
    }
    tx.set('notices', noticeId, withStateFromLines(notice));
  });
}

/**
 * The posting itself, while the lease is held. A household that cannot be posted keeps nobody else
 * waiting; its records stay due, so the next run tries them again.
 */
async function postUnderLease(
  store: Store,
  lease: Lease,
  notices: readonly Notice[],
  nowMs: number,
) {
  const { villageId } = lease;
  const fresh = (await loadRecords(store, notices)).filter((each) => maySettle(each, nowMs));
  const waiting = await loadWaiting(store, villageId);
  const spends = waiting.length > 0 || fresh.some((record) => spendableOf(record) > 0);
  const pointsLeft = spends ? await loadBackedPointsLeft(store, villageId) : 0;
  // Others may wait behind those looked at: nobody new passes them, and a run comes again.
  const moreWait = waiting.length === waitingPerRun;
  const gate = passGate(waiting, moreWait ? [] : fresh, pointsLeft);
  let posted = 0;
  const errors: unknown[] = [];
  const post = async (records: readonly DeedRecord[]) => {
    const works = byHousehold(records, gate.backed);
    const failed = await eachForItself(works, householdsAtOnce, async (work) => {
      // Not `posted += await …`: that would read the total before the others have added to it.
      const count = await postHousehold(store, lease, work, nowMs);
      posted += count;
    });
    errors.push(...failed);
  };
  await post(waiting.filter(({ recordId }) => gate.backed.has(recordId)));
  for (const { noticeId } of notices) {
    await post(fresh.filter((record) => record.noticeId === noticeId));
    await finishNotice(store, noticeId).catch((error: unknown) => errors.push(error));
  }
  return { posted, errors, waits: moreWait || gate.waiting > 0 || errors.length > 0 };
}

/**
 * One leased posting run of a village. It can be cut off anywhere: what is posted is posted, and
 * the next run goes on with what is not.
 * @returns records posted, notices left for a later call, and what could not be posted
 */
export async function postVillage(
  store: Store,
  { villageId, notices }: VillageWork,
  leaseId: string,
  nowMs: number,
): Promise<{ done: number; left: number; errors: unknown[] }> {
  const lease = { villageId, leaseId };
  if (!(await takeLease(store, lease, nowMs))) return { done: 0, left: notices.length, errors: [] };
  const now = notices.slice(0, noticesPerRun);
  try {
    const { posted, errors, waits } = await postUnderLease(store, lease, now, nowMs);
    await endLease(store, lease, waits);
    return { done: posted, left: notices.length - now.length, errors };
  } catch (error) {
    await endLease(store, lease, true);
    throw error;
  }
}
