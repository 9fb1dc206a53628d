import { assert } from '../../src/domain/kernel/refusal';
import type { PostingLane, PostingRun } from '../../src/domain/ledger/types';
import type { Store, Transaction } from '../runtime/store/store';

/** Longer than a function may run, so that a run that was cut off is certainly over. */
const leaseMs = 60_000;

export type Lease = { villageId: string; leaseId: string };

/** Households posted at once, each in a lane of its own: so none of a run is in another's way. */
export const lanes = 4;

const laneId = (villageId: string, lane: number) => `${villageId}.${lane}`;

const idle = (villageId: string): PostingRun => ({
  villageId,
  leaseId: null,
  leaseUntilMs: 0,
  waiting: false,
  ranAtMs: 0,
});

/** Takes a village's posting run; false while another one holds it. */
export async function takeLease(store: Store, lease: Lease, nowMs: number): Promise<boolean> {
  const { villageId, leaseId } = lease;
  return store.transact(async (tx) => {
    const run = (await tx.get<PostingRun>('posting-runs', villageId)) ?? idle(villageId);
    if (run.leaseId !== null && run.leaseUntilMs > nowMs) return false;
    const held = { leaseId, leaseUntilMs: nowMs + leaseMs, ranAtMs: nowMs };
    // Until the run says otherwise something may wait: a run that is cut off is looked at again.
    tx.set('posting-runs', villageId, { ...run, ...held, waiting: true });
    for (let lane = 0; lane < lanes; lane += 1) {
      tx.set<PostingLane>('posting-lanes', laneId(villageId, lane), { villageId, leaseId });
    }
    return true;
  });
}

/**
 * A run that was overtaken stops: what funds back must not be counted by two. The lane is written
 * as it is, so that a transaction begun before the run was overtaken collides with who took it.
 */
export async function leaseStillHeld(tx: Transaction, lease: Lease, lane: number): Promise<void> {
  const id = laneId(lease.villageId, lane);
  const held = await tx.get<PostingLane>('posting-lanes', id);
  assert(held?.leaseId === lease.leaseId, 'the posting run was overtaken');
  tx.set('posting-lanes', id, held);
}

/** Gives the run back and says whether something waits; does nothing where it was overtaken. */
export async function endLease(store: Store, lease: Lease, waiting: boolean): Promise<void> {
  await store.transact(async (tx) => {
    const run = await tx.get<PostingRun>('posting-runs', lease.villageId);
    if (run?.leaseId !== lease.leaseId) return;
    tx.set('posting-runs', lease.villageId, { ...run, waiting, leaseId: null, leaseUntilMs: 0 });
  });
}
