import { refuse } from '../kernel/refusal';
import type { ProxyInHand } from '../people/types';
import { type Actor, checkOrderMove, factsOf } from './end-order';
import type { Order } from './types';

/**
 * A card at the counter stands for a scanned code; what said that the household is there stays with
 * the scan.
 * @throws Refusal `not-of-this-card`, `wrong-state`, `own-household`, `being-handed-over`,
 *   `three-must-stand`
 */
export function openedByCard(
  order: Order,
  { householdId, secondId, helperId }: ProxyInHand,
  actor: Actor,
  nowMs: number,
): Order {
  if (order.householdId !== householdId) {
    refuse('not-of-this-card', '这张单不是这一户的。请再看一遍户号,扫这一户自己的户码卡。');
  }
  const witness = { secondId };
  checkOrderMove('open-pickup', order, factsOf(order, actor, nowMs, witness));
  return { ...order, scan: { keeperId: actor.personId ?? helperId, atMs: nowMs, witness } };
}
