import { jobs } from '../../../src/contracts';
import { decideExpiring } from '../../../src/domain/exchange/end-order';
import type { Order } from '../../../src/domain/exchange/types';
import { Refusal } from '../../../src/domain/kernel/refusal';
import { readScene, saveOrder } from '../../exchange/order-scene';
import { defineRun, type RunContext } from '../../runtime/define-action';
import { eachForItself } from '../../runtime/in-parallel';
import { type Store, StoreBusy } from '../../runtime/store/store';

/** Orders one call works through; the timer comes again soon. */
const batchSize = 100;
const atOnce = 5;

/**
 * One more than a call works through, so that it knows of more. Orders that are not due are not
 * read, and one that cannot be ended and only grows older is not in the others' way.
 */
function readExpired(store: Store, nowMs: number): Promise<Order[]> {
  return store.query<Order>('orders', {
    where: { state: 'placed' },
    order: { field: 'expiresAtMs', direction: 'desc' },
    after: nowMs + 1,
    limit: batchSize + 1,
  });
}

type Expiring = Pick<RunContext<unknown>, 'store' | 'templates' | 'nowMs'>;
type Outcome = 'ended' | 'waits' | 'ended-before';

/** Gives points and goods of one order back. One being handed over waits for the next call. */
async function expire({ store, templates, nowMs }: Expiring, orderId: string): Promise<Outcome> {
  return store.transact(async (tx) => {
    try {
      const effect = decideExpiring(await readScene(tx, orderId, nowMs));
      saveOrder({ tx, templates }, effect, 'set');
      return 'ended';
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return error.code === 'being-handed-over' ? 'waits' : 'ended-before';
    }
  });
}

/**
 * Each order in its own transaction, so a call that is cut off loses nothing and the next goes on.
 * One order that cannot be ended does not keep the others waiting. Of what is left it says only
 * whether there is any: counting it would read it.
 */
export const expireOrders = defineRun({
  contract: jobs.expireOrders,
  allow: [{ who: 'timer' }],
  async run(context) {
    const { store, nowMs, hasTime } = context;
    const expired = await readExpired(store, nowMs);
    const counts = { ended: 0, waits: 0, 'ended-before': 0 };
    const end = async ({ orderId }: Order) => {
      counts[await expire(context, orderId)] += 1;
    };
    const batch = expired.slice(0, batchSize);
    const { errors, left } = await eachForItself(batch, atOnce, end, hasTime);
    const busy = errors.filter((error) => error instanceof StoreBusy);
    const failures = errors.filter((error) => !(error instanceof StoreBusy));
    if (failures.length > 0) throw failures[0];
    const notLookedAt = left + expired.length - batch.length;
    return { done: counts.ended, left: busy.length + counts.waits + notLookedAt };
  },
});
