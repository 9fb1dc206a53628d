import { jobs } from '../../../src/contracts';
import type { PostingRun } from '../../../src/domain/ledger/types';
import type { Notice } from '../../../src/domain/records/types';
import { defineRun } from '../../runtime/define-action';
import { readAll } from '../../runtime/store/read-all';
import type { Store } from '../../runtime/store/store';
import { postVillage, type VillageWork } from '../post-village';

/** Bounds one call; the timer comes again every ten minutes. */
const noticesLookedAt = 200;
const villagesPerCall = 10;
/**
 * No further village is begun behind so many records: about ten seconds at ten milliseconds a
 * request. What the platform cuts off at twenty is gone on with by the next call.
 */
const recordsPerCall = 300;

const turnOf = ({ closesAtMs, noticeId }: Notice) => `${closesAtMs} ${noticeId}`;

/**
 * Notices that have ended and hold something to post, in the order in which they closed. The latest
 * are looked at: one that cannot be posted and only grows older is not in the others' way.
 */
async function dueNotices(store: Store, nowMs: number): Promise<Notice[]> {
  const due = await store.query<Notice>('notices', {
    where: { toPost: true },
    order: { field: 'closesAtMs', direction: 'desc' },
    after: nowMs + 1,
    limit: noticesLookedAt,
  });
  return due.sort((left, right) => (turnOf(left) < turnOf(right) ? -1 : 1));
}

/**
 * Villages with ended notices, and those where spendable points wait for money or a run went wrong;
 * those not looked at for longest first: without money a village waits on, and must not keep the
 * place of one whose money has come.
 */
async function findWork(store: Store, nowMs: number): Promise<VillageWork[]> {
  const works = new Map<string, VillageWork>();
  const workOf = (villageId: string) => {
    const work = works.get(villageId) ?? { villageId, notices: [] };
    works.set(villageId, work);
    return work;
  };
  for (const notice of await dueNotices(store, nowMs)) {
    workOf(notice.villageId).notices.push(notice);
  }
  const ofWaiting = { waiting: true };
  const waiting = await readAll<PostingRun>(store, 'posting-runs', ofWaiting, 'villageId');
  const ranAtMs = new Map(waiting.map((run) => [run.villageId, run.ranAtMs]));
  for (const { villageId } of waiting) workOf(villageId);
  const lookedAtMs = ({ villageId }: VillageWork) => ranAtMs.get(villageId) ?? 0;
  return [...works.values()].sort((left, right) => lookedAtMs(left) - lookedAtMs(right));
}

export const closeNotices = defineRun({
  contract: jobs.closeNotices,
  allow: [{ who: 'timer' }],
  async run(context) {
    const { store, nowMs, hasTime } = context;
    const works = await findWork(store, nowMs);
    const total = { done: 0, left: 0 };
    const errors: unknown[] = [];
    for (const [index, work] of works.entries()) {
      if (index >= villagesPerCall || total.done >= recordsPerCall || !hasTime()) {
        total.left += work.notices.length;
        continue;
      }
      try {
        const run = await postVillage(context, work);
        total.done += run.done;
        total.left += run.left;
        errors.push(...run.errors);
      } catch (error) {
        // One village's trouble must not keep the others from their points.
        errors.push(error);
      }
    }
    if (errors.length > 0) throw errors[0];
    return total;
  },
});
