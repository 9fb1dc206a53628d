import { jobs } from '../../../src/contracts';
import { decideExpiring } from '../../../src/domain/exchange/end-order';
import type { Order } from '../../../src/domain/exchange/types';
import { writesOf } from '../../../src/domain/exchange/writes';
import { Refusal } from '../../../src/domain/kernel/refusal';
import { applyWrites, readScene } from '../../exchange/order-scene';
import { defineRun } from '../../runtime/define-action';
import { type Store, StoreBusy } from '../../runtime/store/store';

/** Orders one call works through; the timer comes again soon. */
const batchSize = 100;
const atOnce = 5;

async function readExpired(store: Store, nowMs: number, limit: number): Promise<Order[]> {
  const placed = await store.query<Order>('orders', {
    where: { state: 'placed' },
    order: { field: 'expiresAtMs', direction: 'asc' },
    limit,
  });
  return placed.filter((order) => order.expiresAtMs <= nowMs);
}

/** Gives points and goods of one order back; false where somebody else ended it first. */
async function expire(store: Store, orderId: string, nowMs: number): Promise<boolean> {
  return store.transact(async (tx) => {
    try {
      const effect = decideExpiring(await readScene(tx, orderId, nowMs));
      applyWrites(tx, writesOf(effect, 'set'));
      return true;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  });
}

/**
 * Each order in its own transaction, so a call that is cut off loses nothing and the next goes on.
 * One order that cannot be ended does not keep the others waiting.
 */
export const expireOrders = defineRun({
  contract: jobs.expireOrders,
  allow: [{ who: 'timer' }],
  async run({ store, nowMs }) {
    const expired = await readExpired(store, nowMs, batchSize);
    const failures: unknown[] = [];
    let done = 0;
    for (let index = 0; index < expired.length; index += atOnce) {
      const part = expired.slice(index, index + atOnce);
      const ends = await Promise.allSettled(part.map((each) => expire(store, each.orderId, nowMs)));
      for (const end of ends) {
        if (end.status === 'fulfilled') done += end.value ? 1 : 0;
        else if (!(end.reason instanceof StoreBusy)) failures.push(end.reason);
      }
    }
    if (failures.length > 0) throw failures[0];
    return { done, left: (await readExpired(store, nowMs, 1000)).length };
  },
});
